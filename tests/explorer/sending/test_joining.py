"""Modules that are put into one script."""

from pathlib import Path

import pytest

from communique.errors import CommuniqueError
from communique.explorer.sending.joining import join
from communique.explorer.static_files import FOLDER


def write(folder: Path, **modules: str) -> Path:
    """Write modules."""
    for name, text in modules.items():
        path = folder / f"{name.replace('__', '/')}.js"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return folder


def test_a_module_comes_after_those_it_needs(tmp_path: Path) -> None:
    """Each once, in a scope of its own."""
    folder = write(
        tmp_path,
        a='import { two } from "./below/b.js";\nimport {\n  one,\n} from "./c.js";\nconst own = 1;\ntwo(one, own);\n',
        below__b='import { one } from "../c.js";\nconst own = 2;\nexport async function two() {}\n',
        c="export const one = 1;\n",
    )
    script = join(folder, "a.js")
    order = [script.index(f'modules["{name}"] = ') for name in ("c.js", "below/b.js", "a.js")]
    assert order == sorted(order)
    assert script.count('modules["c.js"] = ') == 1
    assert 'const { one } = modules["c.js"];' in script
    assert "return { two };" in script
    assert "export" not in script
    assert "import" not in script


@pytest.mark.parametrize(
    "text",
    [
        'import all from "./b.js";\n',
        'import { one as two } from "./b.js";\n',
        "export default 1;\n",
        'export { one } from "./b.js";\n',
        "export let one = 1;\n",
    ],
)
def test_what_it_does_not_know_is_refused(tmp_path: Path, text: str) -> None:
    """Rather than joined to something that fails when it is read."""
    with pytest.raises(CommuniqueError, match=r"a\.js can't be joined"):
        join(write(tmp_path, a=text, b="export const one = 1;\n"), "a.js")


def test_a_circle_is_refused(tmp_path: Path) -> None:
    """No order would do."""
    folder = write(tmp_path, a='import { b } from "./b.js";\n', b='import { a } from "./a.js";\n')
    with pytest.raises(CommuniqueError, match="circle"):
        join(folder, "a.js")


def test_the_script_of_a_page_ends_nowhere_early() -> None:
    """It stands between tags."""
    script = join(Path(str(FOLDER)), "sent/sent.js")
    assert "</script" not in script.lower()
    assert "<!--" not in script
