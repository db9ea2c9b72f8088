"""One build of the site: where the dossier meets MkDocs and Markdown."""
