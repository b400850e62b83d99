"""Random tables of one true budget, in the layouts, words and decorations that offices use.

The truth is plain numbers, made here; nothing of the import or of the figures is used to draw a
table or to say what it should come to.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

UNITS = {"원": 1, "천원": 1_000, "만원": 10_000, "백만원": 1_000_000}
MINUS = ("△{}", "▲ {}", "-{}", "({})", "−{}", "Δ{}", "∆{}", "ㅿ{}", "▵{}", "(-){}", "[{}]", "{}-")

PROGRAMMES = {
    "garden": ("푸른 도시 만들기", "마을정원 조성", "마을정원 가꾸기"),
    "tree_map": ("푸른 도시 만들기", "마을정원 조성", "가로수 지도 제작"),
    "river_watch": ("푸른 도시 만들기", "하천 돌봄", "하천 지킴이 운영"),
    "book_bus": ("다정한 도시 만들기", "책 읽기 지원", "책 버스 운영"),
    "personnel_operation": ("행정운영경비", "행정운영경비", "인력운영비"),
    "basic_expense": ("행정운영경비", "행정운영경비", "기본경비"),
}
"""Policy, unit and name of each programme of the sample, by id."""

MEASURES = (
    "original",
    "amendment",
    "carryover",
    "commitment",
    "disbursement",
)


@dataclass(frozen=True)
class Truth:
    """What every programme really has, in won, by measure."""

    amounts: dict[str, dict[str, int]]

    def of(self, account: str, measure: str) -> int:
        """The amount of a measure, or of what follows from several."""
        found = self.amounts[account]
        if measure == "amended":
            return found["original"] + found["amendment"]
        if measure == "appropriation":
            return found["original"] + found["amendment"] + found["carryover"]
        if measure == "balance":
            return self.of(account, "appropriation") - found["disbursement"]
        if measure == "left":
            return self.of(account, "balance") // 2
        if measure == "rest":
            return self.of(account, "balance") - self.of(account, "left")
        if measure.startswith("part"):
            # Uneven parts that add up, the second the largest.
            first = found["disbursement"] // 5
            parts = (first, found["disbursement"] - 2 * first, first)
            return parts[int(measure[-1]) - 1]
        return found[measure]


@dataclass(frozen=True)
class Head:
    """One column: its headers from above, and what stands below."""

    labels: tuple[str, ...]
    measure: str


@dataclass(frozen=True)
class Layout:
    """The columns of one kind of table, and which measures it states."""

    heads: tuple[Head, ...]
    states: tuple[str, ...]
    stage: str = ""


def list_layouts(pick: Callable[[Sequence[str]], str]) -> dict[str, Layout]:
    """The kinds of tables, in words that are picked."""
    spent = pick(("지출액", "지출 누계", "지출총액", "지 출 액"))
    whole = pick(("예산현액", "예 산 현 액", "예산현액(A)", "2026년 예산현액"))
    original = pick(("본예산", "당초예산", "당초예산액", "본예산액"))
    amendment = "2026 제1회 추경"
    group = pick(("예산액", "예산현액", "세출예산"))
    return {
        "execution": Layout(
            (
                Head((whole,), "appropriation"),
                Head(("원인행위액",), "commitment"),
                Head((spent,), "disbursement"),
                Head((pick(("집행잔액", "잔액(B-C)")),), "balance"),
            ),
            ("appropriation", "commitment", "disbursement"),
        ),
        "grouped": Layout(
            (
                Head((whole, ""), "appropriation"),
                Head(("집행액", "원인행위액"), "commitment"),
                Head(("집행액", spent), "disbursement"),
            ),
            ("appropriation", "commitment", "disbursement"),
        ),
        "parts": Layout(
            (
                Head((group, pick(("예산액", "본예산"))), "amended"),
                Head((group, pick(("이월", "전년도 이월액", "명시이월"))), "carryover"),
                Head((group, pick(("계", "합계", "총계"))), "appropriation"),
                Head((spent, ""), "disbursement"),
            ),
            ("appropriation", "disbursement"),
        ),
        "amendment": Layout(
            (
                Head((original,), "original"),
                Head((pick(("추경", "추경예산액", "제1회 추경", "추경예산")),), "amendment"),
                Head((pick(("계", "합계", "예산액", "총계")),), "amended"),
            ),
            ("original", "amendment", "amended"),
            amendment,
        ),
        "change": Layout(
            (
                Head((pick(("기정액", "기정예산액", "기정예산")),), "original"),
                Head((pick(("경정액", "예산액", "변경예산", "추경예산액")),), "amended"),
                Head((pick(("증감", "증감액", "비교증감")),), "amendment"),
            ),
            ("amended",),
            amendment,
        ),
        "settlement": Layout(
            (
                Head((whole, pick(("예산액", "본예산"))), "amended"),
                Head((whole, pick(("전년도이월액", "명시이월"))), "carryover"),
                Head((whole, "계"), "appropriation"),
                Head((spent, ""), "disbursement"),
                Head((pick(("다음연도 이월액", "차년도이월액")), "명시이월"), "left"),
                Head((pick(("집행잔액", "불용액")), ""), "rest"),
            ),
            ("appropriation", "disbursement"),
        ),
        "details": Layout(
            (
                Head((whole,), "appropriation"),
                Head((spent,), "disbursement"),
            ),
            ("appropriation", "disbursement"),
        ),
        "months": Layout(
            (
                Head((spent, "1월"), "part1"),
                Head((spent, "2월"), "part2"),
                Head((spent, "3월"), "part3"),
                Head((spent, "계"), "disbursement"),
            ),
            ("disbursement",),
        ),
        "changed": Layout(
            (
                Head((pick(("당초예산", "본예산")),), "original"),
                Head((pick(("변경", "변경예산액", "추경")),), "amended"),
                Head((pick(("증감", "증감액")),), "amendment"),
            ),
            ("amended",),
            amendment,
        ),
    }


@dataclass
class Table:
    """A drawn table.

    :ivar rows: texts of cells.
    :ivar merges: areas (top, left, bottom, right), counted from 0.
    """

    rows: list[list[str]] = field(default_factory=list)
    states: tuple[str, ...] = ()
    stage: str = ""
    unit: int = 1


class Drawing:
    """Draws one table."""

    def __init__(self, seed: int, truth: Truth) -> None:
        self._random = random.Random(seed)
        self._truth = truth
        self._unit_name = self._random.choice(list(UNITS))
        self._unit = UNITS[self._unit_name]
        self._minus = self._random.choice(MINUS)

    def draw(self) -> Table:
        """The table."""
        layouts = list_layouts(self._random.choice)
        self.kind = self._random.choice(list(layouts))
        layout = layouts[self.kind]
        heads = [h for h in layout.heads if h.measure != "balance" or self._random.random() < 0.6]
        if self.kind in ("execution", "amendment") and self._random.random() < 0.3:
            self._random.shuffle(heads)
        details = self.kind == "details"
        names = self._random.choice(
            [("세부사업", "통계목"), ("정책사업", "세부사업", "통계목"), ("사업명", "과목")]
            if details
            else [
                ("사업명",),
                ("세부사업",),
                ("정책사업", "세부사업"),
                ("정책사업", "단위사업", "세부사업"),
                ("구분",),
            ]
        )
        measures = [head.measure for head in heads]
        body = self._draw_details(names, measures) if details else self._draw_body(names, measures)
        table = Table(states=layout.states, stage=layout.stage, unit=self._unit)
        table.rows += self._draw_title()
        table.rows += self._draw_heads(names, heads)
        table.rows += body
        if self._random.random() < 0.3:
            table.rows.append(["※ 위 금액은 예시임"])
        return table

    def _draw_title(self) -> list[list[str]]:
        unit = self._random.choice(("(단위: {})", "단위 : {}", "[단위:{}]")).format(self._unit_name)
        day = self._random.choice(
            ("2026. 6. 30. 기준", "’26. 6. 30. 현재", "기준일: 2026. 6. 30.", "2026년 6월말 기준")
        )
        lines = [[f"({day}, 단위: {self._unit_name})"]], [[day], [unit]], [[day, unit]]
        title = [["2026년 세출예산 집행현황"]] if self._random.random() < 0.4 else []
        return title + self._random.choice(lines)

    def _draw_heads(self, names: Sequence[str], heads: Sequence[Head]) -> list[list[str]]:
        height = max(len(head.labels) for head in heads)
        rows = [[*names, *(head.labels[0] for head in heads)]]
        if height == 2:
            for before, after in zip(heads[::-1][1:], heads[::-1][:-1], strict=True):
                if before.labels[0] == after.labels[0] and self._random.random() < 0.7:
                    rows[0][len(names) + heads.index(after)] = ""
            rows.append([*[""] * len(names), *(head.labels[-1] for head in heads)])
        if self._random.random() < 0.2:
            marks = [f"({chr(65 + at)})" for at in range(len(heads))]
            rows.append([*[""] * len(names), *marks])
        return rows

    def _draw_body(self, names: Sequence[str], measures: Sequence[str]) -> list[list[str]]:
        accounts = list(PROGRAMMES)
        shown = set(self._random.sample(accounts, self._random.randint(2, len(accounts))))
        chosen = [account for account in accounts if account in shown]
        repeat = self._random.random() < 0.4
        subtotals = self._random.choice(("none", "behind", "before"))
        if len(names) == 1:
            return self._draw_flat(chosen, measures)
        rows: list[list[str]] = []
        level = len(names) - 1
        for policy in dict.fromkeys(PROGRAMMES[a][0] for a in chosen):
            inside = [a for a in chosen if PROGRAMMES[a][0] == policy]
            if subtotals == "before":
                at = self._random.choice(range(1, len(names)))
                label = ["" if n != at else "소계" for n in range(len(names))]
                label[0] = policy
                rows.append([*label, *self._sum(inside, measures)])
            known: tuple[str, ...] = () if subtotals != "before" else (policy,)
            for account in inside:
                path = PROGRAMMES[account]
                texts = [path[0], *([path[1]] if level == 2 else []), self._decorate(path[2])]
                shown_path = tuple(texts[:-1])
                if not repeat:
                    same = True
                    for at, text in enumerate(shown_path):
                        same = same and at < len(known) and known[at] == text
                        if same:
                            texts[at] = ""
                known = shown_path
                rows += self._draw_programme(account, texts, measures)
            if subtotals == "behind":
                at = self._random.choice(range(len(names)))
                label = ["소 계" if n == at else "" for n in range(len(names))]
                rows.append([*label, *self._sum(inside, measures)])
        return self._put_total(rows, chosen, measures, len(names))

    def _draw_details(self, names: Sequence[str], measures: Sequence[str]) -> list[list[str]]:
        """A programme for each 통계목, its names repeated or not, with or without 소계."""
        repeat = self._random.random() < 0.6
        subtotals = self._random.random() < 0.4
        rows: list[list[str]] = []
        chosen = list(PROGRAMMES)[: self._random.randint(2, len(PROGRAMMES))]
        for account in chosen:
            path = PROGRAMMES[account]
            label = [path[2]] if len(names) == 2 else [path[0], path[2]]
            amounts = [self._truth.of(account, measure) for measure in measures]
            shares = [self._split(amount) for amount in amounts]
            for at, item in enumerate(("사무관리비", "행사운영비", "공공운영비")):
                shown = label if repeat or not at else [""] * len(label)
                rows.append([*shown, item, *(self._spell(share[at]) for share in shares)])
            if subtotals:
                shown = label if repeat and self._random.random() < 0.3 else [""] * len(label)
                rows.append([*shown, "소계", *map(self._spell, amounts)])
        return self._put_total(rows, chosen, measures, len(names))

    def _split(self, amount: int) -> tuple[int, int, int]:
        first = amount // 3
        second = self._random.choice((0, amount // 4))
        return first, second, amount - first - second

    def _draw_programme(
        self, account: str, texts: list[str], measures: Sequence[str]
    ) -> list[list[str]]:
        return [[*texts, *self._amounts(account, measures)]]

    def _draw_flat(self, chosen: list[str], measures: Sequence[str]) -> list[list[str]]:
        if self._random.random() < 0.5:
            self._random.shuffle(chosen)
        rows = [[self._decorate(PROGRAMMES[a][2]), *self._amounts(a, measures)] for a in chosen]
        return self._put_total(rows, chosen, measures, 1)

    def _put_total(
        self, rows: list[list[str]], chosen: list[str], measures: Sequence[str], width: int
    ) -> list[list[str]]:
        word = self._random.choice(("합계", "총 계", "계", "TOTAL", "Total", "합 계 (A)"))
        total = [word, *[""] * (width - 1), *self._sum(chosen, measures)]
        place = self._random.choice(("none", "before", "behind"))
        return {"none": rows, "before": [total, *rows], "behind": [*rows, total]}[place]

    def _decorate(self, name: str) -> str:
        before = self._random.choice(("", "", "", "□ ", "- ", "1. ", "① "))
        after = self._random.choice(("", "", "", "1)", "*", "(신규)", " 주1)", " 2)", "※"))
        return f"{before}{name}{after}"

    def _amounts(self, account: str, measures: Sequence[str]) -> list[str]:
        return [self._spell(self._truth.of(account, measure)) for measure in measures]

    def _sum(self, accounts: Sequence[str], measures: Sequence[str]) -> list[str]:
        return [
            self._spell(sum(self._truth.of(account, measure) for account in accounts))
            for measure in measures
        ]

    def _spell(self, won: int) -> str:
        number = Decimal(abs(won)) / self._unit
        text = f"{number:,f}"
        if not won:
            return self._random.choice(("0", "-", "0"))
        return self._minus.format(text) if won < 0 else text


def make_truth(seed: int) -> Truth:
    """Random amounts; some are zero, an amendment may take away."""
    rng = random.Random(seed)
    grain = rng.choice((1, 500, 1_000, 1_000_000))
    amounts: dict[str, dict[str, int]] = {}
    for account in PROGRAMMES:
        original = rng.choice((0, rng.randint(1, 900))) * 1_000 * grain
        amendment = rng.choice((0, 0, rng.randint(-400, 900))) * 100 * grain
        amendment = max(amendment, -original)
        carryover = rng.choice((0, 0, rng.randint(1, 90))) * 1_000 * grain
        whole = original + amendment + carryover
        commitment = rng.choice((0, whole, rng.randint(0, max(whole // grain, 0)) * grain))
        disbursement = rng.choice((0, commitment, rng.randint(0, commitment // grain) * grain))
        amounts[account] = dict(
            zip(MEASURES, (original, amendment, carryover, commitment, disbursement), strict=True)
        )
    return Truth(amounts)
