"""The columns that a ledger file may have, and the words that stand above them."""

from __future__ import annotations

COLUMNS = {
    "date": ("date", "일자", "날짜", "시행일"),
    "stage": ("stage", "단계", "예산단계"),
    "kind": ("kind", "종류", "구분"),
    "account": ("account", "계정", "과목"),
    "amount": ("amount", "금액", "금액(천원)", "증감", "증감(천원)"),
    "amount_won": ("amount_won", "금액(원)", "증감(원)"),
    "reference": ("reference", "근거", "문서번호"),
    "note": ("note", "비고", "적요", "산출근거"),
    "approval": ("approval", "의결", "승인"),
    "funding": ("funding", "재원"),
    "account_name": ("account_name", "계정명", "과목명"),
    "present": ("present", "기정액", "기정액(천원)"),
    "amended": ("amended", "경정액", "경정액(천원)"),
    "present_won": ("present_won", "기정액(원)"),
    "amended_won": ("amended_won", "경정액(원)"),
}
"""Column keys, and the headers under which they are found."""

AMOUNTS = ("amount", "amount_won", "amended", "amended_won")
"""The columns of which a ledger has at least one."""

REQUIRED = ("date", "stage", "kind", "account")
