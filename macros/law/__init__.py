"""The law: what the measures in force on a day make of a chip's figures. Needs rules and chips, no dossier."""
