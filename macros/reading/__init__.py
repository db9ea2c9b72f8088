"""From files to one immutable dossier: YAML with lines, messages, pointers, checks."""
