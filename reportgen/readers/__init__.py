"""All parsing of input: YAML with line numbers, the ledger from CSV and XLSX."""
