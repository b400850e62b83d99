"""Links in HWPX: a field of the kind ``HYPERLINK`` around the text (KS X 6101, ``hp:fieldBegin``).

Hancom Office reads the target from the parameter ``Command``, in which colons and the like
are escaped and numbers behind the target say of what kind it is.
"""

from __future__ import annotations

import re

from markupsafe import escape

_FIELD = "627600491"
"""The control ``%hlk``, which all links have in common."""
_SIGNS = re.compile(r"([:?;#\\|])")
_LINK = (
    '<hp:run charPrIDRef="{shape}"><hp:ctrl><hp:fieldBegin id="{number}" type="HYPERLINK" name="" '
    'editable="0" dirty="0" zorder="-1" fieldid="{field}"><hp:parameters cnt="{count}" name="">'
    '<hp:integerParam name="Prop">0</hp:integerParam>{texts}</hp:parameters></hp:fieldBegin>'
    '</hp:ctrl></hp:run>{run}<hp:run charPrIDRef="{shape}"><hp:ctrl><hp:fieldEnd '
    'beginIDRef="{number}" fieldid="{field}"/></hp:ctrl></hp:run>'
)


def spell_link(run: str, shape: str, address: str, number: int) -> str:
    """The run as a link.

    :param shape: the character shape of the text around it.
    :param number: of the field.
    """
    texts = list(_list_parameters(address).items())
    spelled = "".join(
        f'<hp:stringParam name="{name}">{escape(value)}</hp:stringParam>' for name, value in texts
    )
    return _LINK.format(
        shape=shape, number=number, field=_FIELD, count=len(texts) + 1, texts=spelled, run=run
    )


def _list_parameters(address: str) -> dict[str, str]:
    """The parameters of a link, in the order of Hancom Office."""
    ends = {"TargetType": "HWPHYPERLINK_TARGET_BOOKMARK"}
    ends["DocOpenType"] = "HWPHYPERLINK_JUMP_CURRENTTAB"
    if address.startswith("#"):
        command = f"?{_escape(address[1:])};0;0;0;"
        return {"Command": command, "Category": "HWPHYPERLINK_TYPE_HWP", **ends}
    is_mail = address.startswith("mailto:")
    command = f"{address};2;0;0" if is_mail else f"{_escape(address)};1;0;0;"
    kind = "HWPHYPERLINK_TYPE_EMAIL" if is_mail else "HWPHYPERLINK_TYPE_URL"
    return {"Command": command, "Path": address, "Category": kind, **ends}


def _escape(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text)
