/* Reading aids: text settings, 简/繁 to the same spot, copying with the source named, marks, notes and
   what was read (kept in this browser, exported as a file). All of it may fail safely. */
(() => {
  const panel = by("kb-reading"), opener = by("kb-reading-open"), tools = by("article-tools");
  if (!panel) return;
  const kept = (saved) => saved || say("浏览器不让保存，关闭本页后就没有了");
  const said = document.body.appendChild(make("p", { className: "kb-said" }));
  let saying;
  said.setAttribute("role", "status");
  const say = (words) => {
    said.textContent = words;
    clearTimeout(saying);
    saying = setTimeout(say, 2500, "");
  };

  /* The panel of settings. */
  all("[type=radio]", panel).forEach((choice) => {
    choice.checked = choice.value === (settings[choice.name] || "");
    choice.onchange = () => {
      kept(set(choice.name, choice.value));
      if (choice.name === "pinyin") pinyin();
    };
  });
  const show = (open) => {
    panel.hidden = !open;
    opener.setAttribute("aria-expanded", open);
    if (open) panel.querySelector(":checked").focus();
  };
  opener.hidden = false;
  opener.onclick = () => show(panel.hidden);
  panel.onsubmit = stay;
  on(document, "keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    show(false);
    opener.focus();
  });
  on(document, "click", (event) => {
    if (!panel.hidden && !panel.contains(event.target) && event.target !== opener) show(false);
  });

  /* 简/繁: the same page, the same search, the sentence at the top of the window. */
  const toggle = by("kb-script");
  if (toggle) toggle.onclick = () => {
    const first = scrollY > 200 && all("main .s[id]").find((each) => each.getBoundingClientRect().top > 56);
    toggle.search = location.search;
    toggle.hash = location.hash || (first ? first.id : "");
  };

  /* Copying with the source named. */
  const exact = (element) => {
    const copy = element.cloneNode(true);
    all("rt, .perma, .count, .kb-copy", copy).forEach((each) => each.remove());
    return copy.textContent.trim();
  };
  const source = (element) => {
    const named = element.closest("[data-cite]"), section = element.closest("section.a");
    if (named) return named.dataset.cite;
    return `《${exact(document.querySelector("main h1"))}》${section ? section.getAttribute("aria-label") : ""}`;
  };
  const copy = (text) => {
    const byHand = () => {
      const box = document.body.appendChild(make("textarea")), focused = document.activeElement;
      box.value = text;
      box.select();
      const done = document.execCommand("copy");
      box.remove();
      focused.focus({ preventScroll: true });
      say(done ? "已复制" : "浏览器不让复制，请选中后按 Ctrl-C");
    };
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(() => say("已复制"), byHand);
    else byHand();
  };
  const copier = button("复制", () => copy(`${exact(sentence)}（${source(sentence)}）`), "kb-copy");
  let sentence;
  copier.title = "复制本句，注明出处";
  const isLink = (element) => element && element.matches(".perma");
  on(document, "mouseover focusin click", (event) => {
    const near = event.target.closest("main .s, main .perma");
    if (!near) return;
    sentence = isLink(near) ? near.previousElementSibling : near;
    const after = sentence.nextElementSibling;
    (isLink(after) ? after : sentence).after(copier);
  });

  /* Marks, notes, what was read: {"yijian-5": {mark, read, note}}. */
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
      const [, base, number] = /([a-z][a-z0-9-]*)\/(\d+)\.html$/.exec(link.pathname) || [];
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

  const pinyin = () => writePinyin(html.dataset.pinyin).catch(() => say("拼音表读不出来"));
  if (html.dataset.pinyin) pinyin();
})();
