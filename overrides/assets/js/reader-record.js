/* The reader's record: {"yijian-5": {mark, read, note}}, kept in this browser, exported as a file. */
(() => {
  const panel = by("kb-reading"), tools = by("article-tools"), { exact, source, copy } = copying;
  if (!panel) return;

  const key = `kb-record ${panel.dataset.library}`, record = load(key);
  const changed = () => {
    kept(save(key, record));
    signs();
  };
  const keep = (name, value) => {
    const known = record[articleId] = record[articleId] || {};
    if (value) known[name] = value;
    else delete known[name];
    if (!Object.keys(known).length) delete record[articleId];
    changed();
  };
  const signs = () => {
    all(".kb-sign").forEach((each) => each.remove());
    all(".kb-nav li a, .contents li a").forEach((link) => {
      const [, base, number] = /([a-z][a-z0-9-]*)\/(\d+(?:-\d+)*)\.html$/.exec(link.pathname) || [];
      const known = record[`${base}-${number}`];
      if (!known) return;
      const shown = [["mark", "★", "标记"], ["note", "✎", "笔记"], ["read", "✓", "已读"]].filter(([name]) => known[name]);
      const sign = make("span", { className: `kb-sign${known.read ? " kb-read" : ""}`, title: shown.map((each) => each[2]).join("、") }, shown.map((each) => each[1]).join(""));
      sign.setAttribute("role", "img");
      sign.setAttribute("aria-label", sign.title);
      link.before(sign);
    });
    all(".contents").forEach((contents) => {
      const line = contents.querySelector(".kb-progress") || make("small", { className: "kb-progress" }), read = all(".kb-read", contents).length;
      line.textContent = read ? `已读${read}条` : "";
      contents.querySelector("h2").append(line);
    });
  };
  let refresh = () => {};
  if (tools) {
    const known = () => record[articleId] || {};
    const tool = (text, act) => tools.appendChild(button(text, act, "kb-do"));
    tool("复制本条", () => copy([article.querySelector("h1"), ...all(".text p", article)].map(exact).concat(`——${source(article)}`).join("\n")));
    const switches = [["mark", "标记"], ["read", "已读"]].map(([name, text]) => [name, tool(text, () => {
      keep(name, !known()[name]);
      refresh();
    })]);
    const box = make("textarea", { className: "kb-note", placeholder: "笔记，只存在这台电脑上", hidden: true });
    box.setAttribute("aria-label", "本条笔记");
    const open = tool("笔记", () => {
      box.hidden = !box.hidden;
      open.setAttribute("aria-expanded", !box.hidden);
      if (!box.hidden) box.focus();
    });
    box.oninput = () => keep("note", box.value);
    tools.after(box);
    refresh = () => {
      switches.forEach(([name, made]) => made.setAttribute("aria-pressed", !!known()[name]));
      box.value = known().note || "";
      box.hidden = !box.value;
      open.setAttribute("aria-expanded", !box.hidden);
    };
    refresh();
  }
  signs();

  /* The record as a file; of two different notes both stay. */
  by("kb-export").onclick = () => {
    download("学习记录.json", "application/json", JSON.stringify({ library: panel.dataset.library, version: 1, articles: record }, null, 1));
  };
  const chooser = panel.querySelector("[type=file]");
  by("kb-import").onclick = () => chooser.click();
  chooser.onchange = () => {
    const reader = new FileReader();
    reader.onload = () => {
      try {
        say(merge(JSON.parse(reader.result)));
      } catch (error) {
        say("不是学习记录文件");
      }
      chooser.value = "";
    };
    if (chooser.files[0]) reader.readAsText(chooser.files[0]);
  };
  const merge = (file) => {
    if (file.version !== 1) throw new Error();
    if (file.library !== panel.dataset.library) return "这是另一个知识库的记录";
    const found = Object.entries(file.articles).filter(([id, one]) => /^[a-z][a-z0-9-]*-\d+$/.test(id) && one);
    found.forEach(([id, one]) => {
      const here = record[id] = record[id] || {}, notes = [here.note, one.note].filter((each) => each && typeof each === "string");
      if (one.mark === true) here.mark = true;
      if (one.read === true) here.read = true;
      if (notes.length) here.note = [...new Set(notes)].join("\n");
    });
    changed();
    refresh();
    return `已导入${found.length}条的记录`;
  };
})();
