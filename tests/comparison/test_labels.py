"""What figures are called in Korean."""

import pytest

from reportgen.comparison.labels import Labeller
from reportgen.model.project_folder import ProjectFolder


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("appropriation.garden", "예산현액 · 마을정원 가꾸기"),
        ("commitment_rate.expenditure", "집행률(원인행위) · 세출 합계"),
        ("amending.revenue", "비교증감 · 세입 합계"),
        ("original.city_grant", "본예산 · 가온시 출연금"),
        ("present.green_city.unchanged", "기정액 · 푸른 도시 만들기 · 변경 없음"),
        ("staffing.quota.total", "정원 · 계"),
        ("staffing.difference.2급", "과부족 · 2급"),
        ("staffing.headcount", "인력 총원"),
        ("audit.correction.completed", "행정사무감사 · 시정·처리요구사항 · 완료"),
        ("audit.total.total", "행정사무감사 · 계 · 계"),
        ("count.teams", "팀 수"),
        ("count.requests.학교", "requests 건수 · 학교"),
        ("commitment.garden + commitment.tree_map", "commitment.garden + commitment.tree_map"),
    ],
)
def test_a_figure_is_named_by_measure_and_account(
    folder: ProjectFolder, name: str, label: str
) -> None:
    assert Labeller(folder).label(name) == label
