"""The figures: each from the dossier and the law to a title, a finding, a table of values and a drawing."""
