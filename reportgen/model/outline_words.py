"""The words of an outline: for its views, their columns, and what else is chosen there."""

from __future__ import annotations

from reportgen.model.words import Words

_BUDGET = ("예산",)
_AUDIT = ("행정사무감사", "행감")
VIEW_WORDS = Words(
    {
        "functions": ("목적사업",),
        "organization": ("조직도", "조직"),
        "staffing": ("정원·현원", "정·현원", "정원 및 현원", "인력 현황"),
        "duties": ("업무분장", "부서별 업무"),
        "revenue": ("세입", "세입예산", "세입 총괄", *_BUDGET),
        "expenditure": ("세출", "세출예산", "세출 총괄", *_BUDGET),
        "programme_budget": ("사업별 예산", "사업예산", *_BUDGET),
        "strategy": ("추진전략", "전략체계도"),
        "programmes": ("세부사업", "주요 추진 업무"),
        "execution": ("집행", "집행 현황", "예산집행", "예산집행 현황"),
        "monthly_execution": ("월별 집행", "월별 집행 현황"),
        "funding": ("재원", "재원별 세출"),
        "audit_totals": ("지적사항 총괄", "행정사무감사 총괄", *_AUDIT),
        "audit_requests": ("지적사항", "행정사무감사 지적사항", *_AUDIT),
        "amendment_reasons": ("편성 사유", "추경 사유"),
        "amendment_provisions": ("예산총칙",),
        "amendment_totals": ("추경 규모",),
        "amendment_revenue": ("추경 세입",),
        "amendment_expenditure": ("추경 세출",),
        "amendment_comparison": ("신구대비표", "세출예산 신구대비표"),
        "amendment_staffing": ("정원 변동",),
        "transfers": ("이용·전용", "이용·전용 등 명세"),
        "carryover": ("이월", "이월 명세"),
    }
)

_SPENT = ("집행액", "집행")
_RATE = ("집행률", "집행율")
COLUMN_WORDS = Words(
    {
        "name": ("구분", "과목", "과목명"),
        "team": ("부서", "부서명", "팀"),
        "duties": ("업무내용", "업무", "담당업무"),
        "appropriation": ("예산현액", "현액"),
        "prior": ("최종예산", "전년도 최종예산", "전년도 예산", "전년도"),
        "change": ("증감", "증감액"),
        "change_rate": ("증감률", "증감율"),
        "policy": ("정책사업", "정책"),
        "unit": ("단위사업", "단위"),
        "programme": ("세부사업", "세부사업명"),
        "amount": ("예산액", "금액"),
        "remark": ("비고",),
        "commitment": ("원인행위액", "원인행위", *_SPENT),
        "disbursement": ("지출액", "지출", *_SPENT),
        "commitment_rate": ("원인행위율", "원인행위률", *_RATE),
        "disbursement_rate": ("지출률", "지출율", *_RATE),
        "balance": ("집행잔액", "잔액"),
        **{f"m{month:02}": (f"{month}월",) for month in range(1, 13)},
        "total": ("계", "합계"),
        "brings": ("세입 예산현액", "세입"),
        "pays": ("세출 예산현액", "세출"),
        "rate": ("구성비",),
        "difference": ("차액",),
        "completed": ("완료", "추진완료"),
        "in_progress": ("추진중",),
        "under_review": ("검토중",),
        "not_reflected": ("미반영",),
        "present": ("기정액", "현행 정원"),
        "amended": ("경정액", "변경 정원"),
        "basis": ("산출근거",),
        "note": ("사유",),
        "date": ("일자",),
        "kind": ("종류",),
        "reference": ("근거",),
        "taken": ("감액",),
        "given": ("증액",),
        "explicit_carryover": ("명시이월",),
        "incidental_carryover": ("사고이월",),
        "continuing_carryover": ("계속비이월", "계속비"),
    }
)
"""Of all views; each view knows those of its own columns."""

PART_WORDS = Words(
    {
        "list": ("목록", "사업 목록"),
        "dividers": ("간지",),
        "pages": ("사업별 쪽", "개별 사업"),
    }
)

DEPTH_WORDS = Words(
    {
        "1": ("총계", "합계", "계"),
        "2": ("성질별 과목", "성질별", "과목"),
        "3": ("세부사업", "사업"),
    },
    is_open=True,
)
"""How far down a table of execution goes."""
