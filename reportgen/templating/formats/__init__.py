"""The two vocabularies: WordprocessingML (DOCX) and OWPML (HWPX)."""
