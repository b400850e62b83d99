"""All parsing of input: YAML with line numbers, the ledger from CSV and XLSX.

::

    folder ─┬─ folder_files                      which files are read
            ├─ yaml_events, yaml_dates ─> yaml_nodes ─> validation ─> model
            │    └ yaml_mistakes, lost_text, known_keys   said as typed
            └─ csv_stream, csv_blocks ┐
               ledger_workbook ───────┴> ledger_lines ─> ledger_blocks, or ledger_rows
                 ─> ledger, ledger_amounts ─> model  (ledger_header, ledger_keys, ledger_words)
    finance/  sheets of others;  schemas  what an editor knows of the content
"""
