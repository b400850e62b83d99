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


def test_the_annexes_belong_to_the_report_and_csv_has_no_template() -> None:
    files = list_files((Format.DOCX, Format.XLSX, Format.CSV), Document.standard())
    assert files == (
        (Document.REPORT, Format.DOCX),
        (Document.REPORT, Format.XLSX),
        (Document.AMENDMENT, Format.DOCX),
    )
