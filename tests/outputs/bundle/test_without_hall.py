"""A volume is carried away without its hall: no page in the zip leads to where nothing is."""

from __future__ import annotations

from pathlib import Path

from generator.outputs.bundle.contents import Contents
from generator.outputs.shared.network_policy import CHARSET

# as overrides/partials/contents.html and overrides/pages/home.html write them
PAGE = """<html><head>{charset}</head><body><ul class="kb-sections">
<li><a href="{root}../../hall/index.html">总馆</a></li>
<li><a href="{root}index.html" aria-current="page">首页</a></li>
</ul><p class="imprint"><a href="{root}../../hall/index.html">云溪<wbr>总馆</a>的一个分册</p>
<a href="{root}../../halls/index.html">别处</a></body></html>"""


def test_links_to_the_hall_stay_behind_and_its_name_remains(tmp_path: Path) -> None:
    for name, root in (("index.html", ""), ("b/1.html", "../"), ("hant/b/1.html", "../../")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PAGE.format(charset=CHARSET.decode(), root=root), "utf-8")
    (tmp_path / "a.js").write_text('"../../hall/index.html"', "utf-8")
    carried = Contents(tmp_path, (), "../../hall/index.html")
    assert carried["a.js"] == b'"../../hall/index.html"'
    for name in ("index.html", "b/1.html", "hant/b/1.html"):
        page = carried[name].decode()
        assert "hall/index.html" not in page
        assert "halls/index.html" in page
        assert '<p class="imprint">云溪<wbr>总馆的一个分册</p>' in page
        assert page.count("<li>") == 1
        assert ">首页</a></li>" in page
    assert Contents(tmp_path, ())["index.html"].count(b"hall/index.html") == 2
