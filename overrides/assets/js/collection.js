/* The page of 摘编: what was gathered, in order and in groups, with comments; and what is made of it. */
(() => {
  "use strict";
  const { all, button, by, kept, load, make, on, root, save, say, script, settings } = window.kbShared;
  const box = by("kb-collection"), list = by("kb-collected"), title = by("kb-collection-title"), undo = by("kb-collection-undo");
  if (!box || !window.kbCollect) return;
  const { checking, pageOf, read, shown, write } = window.kbCollect, doubts = {};
  const NEW = "\n"; // the choice of a group that is yet to be made
  let collection = read(), before = null;

  const keep = () => write(collection);
  /** Does something that can be taken back, and says what. */
  const change = (said, act, focused) => {
    before = JSON.stringify(collection);
    act();
    keep();
    draw();
    undo.hidden = !said;
    undo.firstChild.textContent = said;
    const next = focused && focused();
    if (next) next.focus();
  };
  const within = (group) => collection.items.filter((item) => item.group === group);
  const groups = () => ["", ...collection.groups];
  /** Items in the order in which they are shown: those without a group first. */
  const ordered = () => groups().reduce((all_items, group) => all_items.concat(within(group)), []);
  const cite = (item) => item.cites[settings.cite] || item.cites.short || "";
  const source = (item) => (settings.cite === "off" ? item.cites.short : cite(item));

  const move = (item, step) => {
    const items = ordered(), at = items.indexOf(item), mine = within(item.group), place = mine.indexOf(item) + step;
    if (place < 0 || place >= mine.length) { // on into the group before or behind
      const next = groups()[groups().indexOf(item.group) + step];
      if (next === undefined) return;
      item.group = next;
      items.splice(at, 1);
      const there = items.filter((each) => each.group === next), neighbour = step < 0 ? there[there.length - 1] : there[0];
      items.splice(neighbour ? items.indexOf(neighbour) + (step < 0 ? 1 : 0) : items.length, 0, item);
    } else {
      const other = items.indexOf(mine[place]);
      [items[at], items[other]] = [items[other], items[at]];
    }
    collection.items = items;
  };
  const short = (text) => (text.length > 12 ? `${text.slice(0, 12)}…` : text);
  const lineOf = (item) => list.querySelector(`[data-at="${collection.items.indexOf(item)}"]`);
  const drop = (item) => {
    const items = ordered(), next = items[items.indexOf(item) + 1] || items[items.indexOf(item) - 1];
    change(`已移出“${short(item.text)}”`, () => { collection.items = items.filter((each) => each !== item); }, () => next ? lineOf(next).querySelector("button") : title);
  };
  const shift = (item, step) => change("", () => move(item, step), () => lineOf(item).querySelector(step < 0 ? ".kb-up" : ".kb-down"));
  const regroup = (item, value) => {
    let group = value;
    change("", () => {
      if (value === NEW) {
        group = "新的一组";
        for (let i = 2; collection.groups.includes(group); i++) group = `新的一组${i}`;
        collection.groups.push(group);
      }
      collection.items = ordered().filter((each) => each !== item).concat(item);
      item.group = group;
    }, () => (value === NEW ? all(".kb-group input", list).pop() : lineOf(item).querySelector("select")));
    if (value === NEW) document.activeElement.select();
  };

  const tool = (text, name, act, className = "") => {
    const made = button(text, act, `kb-do ${className}`);
    made.setAttribute("aria-label", `${text}：${name}`);
    return made;
  };
  const line = (item) => {
    const name = short(item.text), comment = make("textarea", { className: "kb-note", value: item.comment, rows: 1, placeholder: "批注" });
    const printed = make("p", { className: "kb-comment" }, item.comment), doubt = doubts[`${item.id} ${item.text}`];
    comment.setAttribute("aria-label", `批注：${name}`);
    comment.oninput = () => {
      item.comment = printed.textContent = comment.value;
      keep();
    };
    const choice = make("select", {}, ...groups().map((group) => new Option(group || "不分组", group)), new Option("新的一组…", NEW));
    choice.value = item.group;
    choice.setAttribute("aria-label", `分组：${name}`);
    choice.onchange = () => regroup(item, choice.value);
    const made = make("li", { className: "kb-collected" },
      make("blockquote", {}, item.text),
      make("p", { className: "from" }, make("a", { href: `${root}${item.page}#${item.id}` }, source(item) || item.page)),
      doubt && make("p", { className: "kb-doubt" }, doubt),
      comment, printed,
      make("p", { className: "tools" }, tool("上移", name, () => shift(item, -1), "kb-up"), tool("下移", name, () => shift(item, 1), "kb-down"), choice, tool("移出", name, () => drop(item))));
    made.dataset.at = collection.items.indexOf(item);
    on(made, "keydown", (event) => {
      const step = event.altKey && { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!step && !(event.key === "Delete" && event.target.matches("a, button"))) return;
      event.preventDefault();
      if (step) shift(item, step); else drop(item);
    });
    return made;
  };
  const head = (group) => {
    const input = make("input", { type: "text", value: group, autocomplete: "off" });
    input.setAttribute("aria-label", "组名");
    input.onchange = () => {
      const name = input.value.trim();
      if (!name || (name !== group && collection.groups.includes(name))) {
        input.value = group;
        say(name ? "已有这个组名" : "组名不能空着");
        return;
      }
      change("", () => {
        within(group).forEach((item) => { item.group = name; });
        collection.groups[collection.groups.indexOf(group)] = name;
      });
    };
    const swap = (step) => change("", () => {
      const at = collection.groups.indexOf(group);
      if (collection.groups[at + step] === undefined) return;
      collection.groups.splice(at + step, 0, ...collection.groups.splice(at, 1));
      collection.items = ordered();
    });
    const end = () => change(`已取消“${group}”这一组`, () => {
      within(group).forEach((item) => { item.group = ""; });
      collection.groups = collection.groups.filter((each) => each !== group);
    });
    return make("div", { className: "kb-group" }, input, tool("上移", group, () => swap(-1)), tool("下移", group, () => swap(1)), tool("取消分组", group, end));
  };
  function draw() {
    list.textContent = "";
    list.append(...groups().map((group) => make("section", {}, group && head(group), make("ul", {}, ...within(group).map(line)))));
    title.value = collection.title;
    by("kb-collection-heading").textContent = collection.title || "摘编";
    by("kb-collection-none").hidden = collection.items.length > 0;
    by("kb-collection-count").textContent = collection.items.length ? `共${collection.items.length}处` : "";
    all("#kb-collection-tools [data-needs]").forEach((each) => { each.disabled = !collection.items.length; });
  }
  const follow = () => {
    if (list.contains(document.activeElement) && document.activeElement.matches("textarea, input")) return;
    collection = read();
    draw();
  };

  // --- what is made of it

  const file = (act) => (window.kbCollectionFile ? Promise.resolve() : script(`${root}assets/js/collection-file.js`))
    .then(() => act(window.kbCollectionFile)).catch(() => say("没有做成：脚本读不出来"));
  const whole = () => Object.assign({}, collection, { items: ordered() });
  const acts = {
    word: () => file(({ word }) => word(whole(), source)),
    print: () => print(),
    copy: () => file(({ copy }) => copy(whole(), source)),
    markdown: () => file(({ markdown }) => markdown(whole(), source)),
    export: () => file(({ write: save_file }) => save_file(whole())),
    import: () => by("kb-collection-file").click(),
    check: () => check(),
    clear: () => change(`已清空${collection.items.length}处`, () => { collection = Object.assign({}, window.kbCollect.EMPTY, { items: [], groups: [] }); }, () => undo.querySelector("button")),
  };
  Object.keys(acts).forEach((name) => { by(`kb-collection-${name}`).onclick = acts[name]; });
  by("kb-collection-file").onchange = ({ target }) => {
    const [chosen] = target.files;
    if (chosen) file(({ read: open }) => open(chosen).then((given) => {
      if (typeof given === "string") return say(given);
      let added = 0;
      change("", () => {
        collection.title = collection.title || given.title;
        collection.groups = [...new Set([...collection.groups, ...given.groups])];
        given.items.forEach((item) => {
          const known = collection.items.find((each) => each.id === item.id && each.text === item.text);
          if (!known) added += collection.items.push(item) && 1;
          else if (item.comment && !known.comment.includes(item.comment)) known.comment = [known.comment, item.comment].filter(Boolean).join("\n");
        });
      });
      return say(`已导入${added}处${given.items.length > added ? `，${given.items.length - added}处原来就有` : ""}`);
    }));
    target.value = "";
  };
  undo.append(" ", button("撤销", () => {
    collection = JSON.parse(before);
    change("", () => {});
    title.focus();
  }, "kb-do"));
  title.oninput = () => {
    collection.title = title.value;
    by("kb-collection-heading").textContent = title.value || "摘编";
    keep();
  };

  // --- whether the words still stand where they stood

  const CHECKED = `kb-collection-checked ${window.kbRecord.library}`, { stamp } = box.dataset;
  async function check(quiet) {
    const told = by("kb-collection-told"), items = collection.items.filter(({ kind }) => kind !== "variant");
    let wrong = 0;
    try {
      const { engine, standing } = await checking();
      for (const [at, item] of items.entries()) {
        told.textContent = `正在核对，第${at + 1}处`;
        const key = `${item.id} ${item.text}`, found = await standing(item, engine, pageOf);
        delete doubts[key];
        if (!found) doubts[key] = "知识库里已经没有这样的字句：可能改了，这里是当时摘下的";
        else if (found.id !== item.id) doubts[key] = `这些字句现在在别处：${found.title}`;
        if (doubts[key]) wrong++;
      }
      save(CHECKED, stamp);
      told.textContent = wrong ? `已核对${items.length}处，${wrong}处与知识库现在的文字对不上，已注明` : quiet ? "" : `已核对${items.length}处，都与原文一致`;
      if (wrong) draw();
    } catch (error) {
      told.textContent = "没有核对成：检索文件读不出来";
    }
  }

  box.hidden = false;
  draw();
  shown.push(() => { /* drawn by what changed it */ });
  on(window, "storage", ({ key }) => key && key.startsWith("kb-collection ") && follow());
  all("#kb-reading [name=cite]").forEach((each) => on(each, "change", () => setTimeout(draw)));
  if (collection.items.length && load(CHECKED, "") !== stamp) check(true);
  kept(true);
})();
