/* The list of reports: chosen from and put in order; what is chosen stands in the address as
   #kind=调研&sort=date, to be sent and found again.  A list of several pages takes the rows of all
   from a script when a reader first chooses (generator/outputs/site/views/reports.py). */
(() => {
  "use strict";
  const { all, by, button, make, on, rename, root, say, script, stay } = window.kbShared;
  const form = document.querySelector("form.choose"), list = by("report-list");
  if (!form) return;
  const STEP = 100; // reports shown at once
  const CHOSEN_BY = ["kind", "year", "place", "issuer"]; // as rows of the script have them
  const { article, sort } = form.elements, choices = all("select", form).filter((each) => each !== sort);
  const own = all("li", list), pages = document.querySelector(".sheets"), told = form.querySelector("output"), reset = form.querySelector("button");
  const more = make("p", { hidden: true }, button("更多", () => show(limit + STEP)));
  const collator = new Intl.Collator("zh-Hans-u-co-pinyin", { numeric: true });
  const ORDERS = {
    date: (a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0),
    name: (a, b) => collator.compare(a.title, b.title),
    articles: (a, b) => b.articles - a.articles,
    length: (a, b) => b.letters - a.letters,
  };
  let rows = null, limit = STEP;

  /** The rows of a list of one page; `picks` are positions in the choices. */
  const standing = () => own.map((li, at) => {
    const picks = {}, { dataset } = li;
    choices.forEach(({ name, options }) => {
      const values = name === "article" ? dataset.article.split(" ") : [dataset[name]];
      picks[name] = values.map((value) => [...options].findIndex((each) => each.value === value));
    });
    const articles = dataset.article ? dataset.article.split(" ").length : 0;
    return { at, li, picks, title: li.firstElementChild.textContent, date: dataset.date, letters: Number(dataset.letters), articles };
  });
  const fromScript = () => window.kbReports.map(([page, title, opening, facts, values, date, letters, touched], at) => {
    const picks = { article: touched };
    CHOSEN_BY.forEach((name, place) => { picks[name] = [values[place]]; });
    return { at, picks, title: title.replace(/\n/g, ""), date, letters, articles: touched.length, words: { page, pieces: title.split("\n"), opening, facts } };
  });
  const load = () => {
    if (rows || !form.dataset.all) {
      rows = rows || standing();
      return Promise.resolve();
    }
    return script(root + form.dataset.all).then(() => { rows = fromScript(); });
  };

  /** A line as the page itself has it. */
  const line = ({ page, pieces, opening, facts }) => {
    const link = make("a", { href: `${root}reports/${page}.html` });
    pieces.forEach((each, at) => link.append(...(at ? [make("wbr")] : []), each));
    return make("li", {}, link, opening && make("p", { className: "opening" }, opening), make("span", { className: "facts" }, ...facts.map((each) => [make("span", {}, each), " "]).flat()));
  };
  const shown = (row) => {
    row.li = row.li || line(row.words);
    row.li.firstElementChild.search = article && article.value ? `?article=${article.value}` : "";
    return row.li;
  };
  const chosen = () => choices.some((each) => each.value);
  const show = (count) => {
    const first = count > STEP ? limit : 0, plain = !chosen() && !sort.value;
    limit = count;
    const found = rows.filter(({ picks }) => choices.every(({ name, value, selectedIndex }) => !value || picks[name].includes(selectedIndex)));
    if (sort.value) found.sort((a, b) => ORDERS[sort.value](a, b) || a.at - b.at);
    const page = plain && pages ? null : found.slice(0, limit).map(shown);
    list.textContent = "";
    list.append(...(page || own));
    if (pages) pages.hidden = !plain;
    reset.hidden = plain;
    more.hidden = !page || found.length <= limit;
    more.firstChild.textContent = `再看${Math.min(STEP, found.length - limit)}篇`;
    told.textContent = !found.length ? "没有合条件的报告" : chosen() ? `显示${found.length}篇，共${rows.length}篇` : `显示全部${rows.length}篇`;
    if (first && page[first]) page[first].firstElementChild.focus();
  };
  const choose = () => load().then(() => show(STEP)).catch(() => say("读不出全部报告的清单，请按分页看"));
  const remember = () => {
    const query = new URLSearchParams();
    [...choices, sort].forEach(({ name, value }) => value && query.set(name, value));
    rename(`${location.pathname}${location.search}${query.toString() && `#${query}`}`);
  };
  /** Takes the choices from the address; tells whether there are any. */
  const recall = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    [...choices, sort].forEach((each) => {
      const value = asked.get(each.name);
      each.value = [...each.options].some((one) => one.value === value) ? value : "";
    });
    return chosen() || sort.value;
  };

  list.after(more);
  form.hidden = false;
  form.onsubmit = stay;
  on(form, "change", () => {
    choose();
    remember();
  });
  on(form, "reset", (event) => {
    stay(event);
    [...choices, sort].forEach((each) => { each.value = ""; });
    (choices[0] || sort).focus(); // the button goes
    choose();
    remember();
  });
  on(window, "hashchange", () => {
    recall();
    choose();
  });
  if (recall()) choose();
})();
