/* Reading aids: text settings, 简/繁 to the same spot, copying with the source named, marks, notes and
   what was read (kept in this browser, exported as a file). All of it may fail safely. */
(() => {
  "use strict";
  const html = document.documentElement, data = document.body.dataset, by = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const panel = by("kb-reading"), opener = by("kb-reading-open"), tools = by("article-tools");
  const article = document.querySelector("article[data-article]");
  if (!panel) return;
  const make = (tag, className, text = "") => Object.assign(document.createElement(tag), { className, textContent: text }, tag === "button" && { type: "button" });
  const load = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key)) || {};
    } catch (error) {
      return {};
    }
  };
  const save = (key, value) => {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch (error) {
      say("浏览器不让保存，关闭本页后就没有了");
    }
  };
  const said = document.body.appendChild(make("p", "kb-said"));
  let saying;
  said.setAttribute("role", "status");
  const say = (words) => {
    said.textContent = words;
    clearTimeout(saying);
    saying = setTimeout(say, 2500, "");
  };

  /* The panel of settings. */
  const settings = load("kb-reading");
  all("[type=radio]", panel).forEach((choice) => {
    choice.checked = choice.value === (settings[choice.name] || "");
    choice.onchange = () => {
      settings[choice.name] = choice.value;
      if (choice.value) html.dataset[choice.name] = choice.value;
      else delete html.dataset[choice.name];
      save("kb-reading", settings);
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
  panel.onsubmit = (event) => event.preventDefault();
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    show(false);
    opener.focus();
  });
  document.addEventListener("click", (event) => {
    if (!panel.hidden && !panel.contains(event.target) && event.target !== opener) show(false);
  });

  /* 简/繁: the same page, the same search, the sentence at the top of the window. */
  const script = by("kb-script");
  if (script) script.onclick = () => {
    const first = scrollY > 200 && all("main .s[id]").find((each) => each.getBoundingClientRect().top > 56);
    script.search = location.search;
    script.hash = location.hash || (first ? first.id : "");
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
      const box = document.body.appendChild(make("textarea", "")), focused = document.activeElement;
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
  const button = make("button", "kb-copy", "复制");
  let sentence;
  button.title = "复制本句，注明出处";
  button.onclick = () => copy(`${exact(sentence)}（${source(sentence)}）`);
  const isLink = (element) => element && element.matches(".perma");
  ["mouseover", "focusin", "click"].forEach((name) => document.addEventListener(name, (event) => {
    const near = event.target.closest("main .s, main .perma");
    if (!near) return;
    sentence = isLink(near) ? near.previousElementSibling : near;
    const after = sentence.nextElementSibling;
    (isLink(after) ? after : sentence).after(button);
  }));

  /* Marks, notes, what was read: {"yijian-5": {mark, read, note}}. */
  const key = `kb-record ${panel.dataset.library}`, record = load(key);
  const changed = () => {
    save(key, record);
    signs();
  };
  const keep = (id, name, value) => {
    const known = record[id] = record[id] || {};
    if (value) known[name] = value;
    else delete known[name];
    if (!Object.keys(known).length) delete record[id];
    changed();
  };
  const signs = () => {
    all(".kb-sign").forEach((each) => each.remove());
    all(".kb-nav li a, .contents li a").forEach((link) => {
      const [, base, number] = /([a-z][a-z0-9-]*)\/(\d+)\.html$/.exec(link.pathname) || [];
      const known = record[`${base}-${number}`];
      if (!known) return;
      const on = [["mark", "★", "标记"], ["note", "✎", "笔记"], ["read", "✓", "已读"]].filter(([name]) => known[name]);
      const sign = make("span", `kb-sign${known.read ? " kb-read" : ""}`, on.map((each) => each[1]).join(""));
      sign.title = on.map((each) => each[2]).join("、");
      sign.setAttribute("role", "img");
      sign.setAttribute("aria-label", sign.title);
      link.before(sign);
    });
    all(".contents").forEach((contents) => {
      const line = contents.querySelector(".kb-progress") || make("small", "kb-progress"), read = all(".kb-read", contents).length;
      line.textContent = read ? `已读${read}条` : "";
      contents.querySelector("h2").append(line);
    });
  };
  let refresh = () => {};
  if (article && tools) {
    const id = `${article.dataset.base}-${article.dataset.article}`, known = () => record[id] || {};
    const tool = (text, act) => {
      const made = tools.appendChild(make("button", "kb-do", text));
      made.onclick = act;
      return made;
    };
    tool("复制本条", () => copy([article.querySelector("h1"), ...all(".text p", article)].map(exact).concat(`——${source(article)}`).join("\n")));
    const switches = [["mark", "标记"], ["read", "已读"]].map(([name, text]) => [name, tool(text, () => {
      keep(id, name, !known()[name]);
      refresh();
    })]);
    const box = Object.assign(make("textarea", "kb-note"), { placeholder: "笔记，只存在这台电脑上", hidden: true });
    box.setAttribute("aria-label", "本条笔记");
    const open = tool("笔记", () => {
      box.hidden = !box.hidden;
      open.setAttribute("aria-expanded", !box.hidden);
      if (!box.hidden) box.focus();
    });
    box.oninput = () => keep(id, "note", box.value);
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
    const text = JSON.stringify({ library: panel.dataset.library, version: 1, articles: record }, null, 1);
    const link = Object.assign(make("a", ""), { href: URL.createObjectURL(new Blob([text], { type: "application/json" })), download: "学习记录.json" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
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

  /* Pinyin: the table and what writes it over the text are fetched when first wanted. */
  const pinyin = () => {
    if (window.kbPinyin) return window.kbPinyin.show(html.dataset.pinyin);
    if (html.dataset.pinyin) ["assets/pinyin.js", "assets/js/reading-pinyin.js"].forEach((src) => document.head.append(Object.assign(make("script", ""), { src: (data.pages === undefined ? data.root : data.pages) + src, async: false })));
  };
  pinyin();
})();
