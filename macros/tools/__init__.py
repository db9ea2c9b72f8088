"""Commands for whoever keeps the dossier."""
