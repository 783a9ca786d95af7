/* 雷同: the list of pairs, chosen from by what either report states and by its title; what is chosen
   stands in the address as #place=东桥区&title=….  A list of several pages takes all pairs from a
   script when a reader first chooses (generator/outputs/site/views/reuse.py). */
(() => {
  "use strict";
  const { all, by, button, make, on, rename, root, say, script, stay } = window.kbShared;
  const form = document.querySelector("form.choose"), list = by("pair-list");
  if (!form || !list) return;
  const STEP = 60; // pairs shown at once
  const { title } = form.elements, choices = all("select", form), fields = [...choices, title];
  const own = all("li", list), pages = document.querySelector(".sheets"), told = form.querySelector("output"), reset = form.querySelector("button");
  const more = make("p", { hidden: true }, button("更多", () => show(limit + STEP)));
  let rows = null, limit = STEP;

  const standing = () => own.map((li) => ({ li, picks: JSON.parse(li.dataset.values), titles: all(".names span", li).map((each) => each.textContent) }));
  const fromScript = () => window.kbReusePairs.map((pair) => {
    const two = [window.kbReuseReports[pair[0]], window.kbReuseReports[pair[1]]];
    return { pair, two, picks: two.map((each) => each[2]), titles: two.map((each) => each[1].replace(/\n/g, "")) };
  });
  const load = () => {
    if (rows || !form.dataset.all) {
      rows = rows || standing();
      return Promise.resolve();
    }
    return script(root + form.dataset.all).then(() => { rows = fromScript(); });
  };
  const share = (value) => (value ? `${value}%` : "不到1%");
  /** A line as the page itself has it. */
  const line = ({ two, pair: [, , letters, count, first, second, opening] }) => {
    const [one, other] = two, names = make("a", { className: "names", href: `${root}reuse/${one[0]}.html#with-${other[0].replace(/.*\//, "")}` });
    two.forEach((each) => {
      const name = make("span");
      each[1].split("\n").forEach((piece, at) => name.append(...(at ? [make("wbr")] : []), piece));
      names.append(name);
    });
    return make("li", {}, names, make("p", { className: "words" }, opening), make("p", { className: "facts" },
      make("b", {}, `${letters}字`), " ", make("span", {}, `${count}段`), " ", make("span", {}, `占甲${share(first)}、乙${share(second)}`), " ",
      make("a", { href: `${root}compare.html?a=reports/${one[0]}&r=${other[0]}` }, "全文对读")));
  };
  const chosen = () => fields.some((each) => each.value.trim());
  const show = (count) => {
    limit = count;
    const words = title.value.trim(), plain = !chosen();
    const found = rows.filter(({ picks, titles }) => choices.every(({ value, selectedIndex }, at) => !value || picks.some((each) => each[at] === selectedIndex))
      && (!words || titles.some((each) => each.includes(words))));
    const page = plain && pages ? own : found.slice(0, limit).map((row) => (row.li = row.li || line(row)));
    list.textContent = "";
    list.append(...page);
    if (pages) pages.hidden = !plain;
    reset.hidden = plain;
    more.hidden = (plain && pages) || found.length <= limit;
    more.firstChild.textContent = `再看${Math.min(STEP, found.length - limit)}对`;
    told.textContent = !found.length ? "没有合条件的" : plain ? "" : `显示${found.length}对，共${rows.length}对`;
  };
  const choose = () => load().then(() => show(STEP)).catch(() => say("读不出全部雷同的清单，请按分页看"));
  const remember = () => {
    const query = new URLSearchParams();
    fields.forEach(({ name, value }) => value.trim() && query.set(name, value.trim()));
    rename(`${location.pathname}${location.search}${query.toString() && `#${query}`}`);
  };
  /** Takes the choices from the address; tells whether there are any. */
  const recall = () => {
    const wanted = new URLSearchParams(location.hash.slice(1));
    choices.forEach((each) => {
      const value = wanted.get(each.name);
      each.value = [...each.options].some((one) => one.value === value) ? value : "";
    });
    title.value = wanted.get("title") || "";
    return chosen();
  };
  const changed = () => {
    choose();
    remember();
  };

  list.after(more);
  form.hidden = false;
  form.onsubmit = stay;
  on(form, "change", changed);
  on(title, "input", changed);
  on(form, "reset", (event) => {
    stay(event);
    fields.forEach((each) => { each.value = ""; });
    fields[0].focus(); // the button goes
    changed();
  });
  on(window, "hashchange", () => {
    recall();
    choose();
  });
  if (recall()) choose();
})();
