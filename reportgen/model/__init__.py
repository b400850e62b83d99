"""What the content and the ledger say: frozen types without any input or output.

::

    project_folder ─┬─ report, csv_profile, organization, projects, amendments, budget
                    │    └ blocks ─> texts, table_layout, table_totals
                    └─ ledger ─> ledger_columns, ledger_places, ledger_texts   kept in columns
                          └ entries, ledger_queries                 objects, when asked for
"""
