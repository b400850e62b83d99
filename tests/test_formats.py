"""Each format has one file name and one template."""

import pytest

from reportgen.formats import Document, Format, list_files


@pytest.mark.parametrize(
    ("form", "file_name", "template"),
    [
        (Format.HWPX, "council-report.hwpx", "templates/hwpx/council-report.hwpx"),
        (Format.HWP, "council-report.hwp", "templates/hwpx/council-report.hwpx"),
        (Format.DOCX, "council-report.docx", "templates/docx/council-report.docx"),
        (Format.XLSX, "budget-annexes.xlsx", "templates/xlsx/budget-annexes.xlsx"),
    ],
)
def test_a_format_names_its_file_and_its_template(
    form: Format, file_name: str, template: str
) -> None:
    assert (form.file_name, form.template) == (file_name, template)


def test_the_annexes_belong_to_the_report_and_csv_has_no_list() -> None:
    files = list_files((Format.DOCX, Format.XLSX, Format.CSV, Format.MD), Document.standard())
    assert files == (
        (Document.REPORT, Format.DOCX),
        (Document.REPORT, Format.XLSX),
        (Document.REPORT, Format.MD),
        (Document.AMENDMENT, Format.DOCX),
        (Document.AMENDMENT, Format.MD),
    )


def test_csv_and_markdown_are_made_without_a_template() -> None:
    assert {form for form in Format if not form.has_template} == {Format.CSV, Format.MD}
