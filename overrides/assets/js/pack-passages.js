/* 组卷 takes what reports say from those of a place, a year, a kind or an issuer, where that is chosen:
   the strongest passages of each role, as many as the page has of all reports. */
(() => {
  "use strict";
  const { all, by, button, make, on, root, say, script } = window.kbShared, MOST = 2, LONGEST = 300;
  const form = by("pack-form"), field = by("pack-reports"), paper = by("pack-paper");
  if (!field) return;
  const order = field.dataset.order.split(" "), names = field.dataset.names.split(" "), known = {}, told = make("output", {});
  let choices, facts, coming, turn = 0;
  const boxes = () => all("[data-sheet]", form).filter((box) => box.checked);
  const place = (id) => by(`pk-${id}`).querySelector("[data-is=links]");

  const start = () => coming = coming || ["search-engine", "choosing"].reduce((done, name) => done.then(() => script(`${root}assets/js/${name}.js`)), Promise.resolve())
    .then(() => window.kbEngine.facts())
    .then((found) => {
      facts = found;
      told.setAttribute("aria-live", "polite");
      field.append(told);
      choices = window.kbChoices(field, told, facts.choices, "篇");
      choices.count(facts.all().map((of) => ({ of })));
    }).catch((error) => {
      coming = null;
      throw error;
    });

  /** The passages of an article in reports that are chosen, as the page prints them. */
  async function blocks(id) {
    const rows = (await window.kbPassages(id, order.length)).filter((row) => row.sure && choices.fits(row.of)), made = [];
    for (const role of order.keys()) {
      const some = window.kbOnce(rows.filter((row) => row.role === role)).slice(0, MOST);
      if (some.length) made.push(make("h5", {}, names[role]));
      for (const row of some) {
        const { opening, text } = await window.kbWords(row, LONGEST);
        made.push(make("blockquote", {}, text, make("cite", {}, `——${opening.title}`)));
      }
    }
    return made.length ? made : [make("p", { className: "note" }, "所选的报告里没有找到说到这一条的话。")];
  }

  async function draw() {
    const mine = ++turn;
    choices.count(facts.all().map((of) => ({ of })));
    told.textContent = choices.picked() ? `取自${facts.all().filter((of) => choices.fits(of)).length}篇` : "";
    for (const { dataset: { sheet } } of boxes()) {
      const piece = place(sheet);
      if (!piece) continue;
      known[sheet] = known[sheet] || [...piece.childNodes];
      const made = choices.picked() ? [...known[sheet].slice(0, known[sheet].findIndex(({ tagName }) => tagName === "H5")), ...await blocks(sheet)] : known[sheet];
      if (mine !== turn) return;
      piece.textContent = "";
      piece.append(...made);
    }
  }
  const failed = () => say("读不出各篇报告写明了什么，材料仍取自全部报告");
  const opening = button("按地方、年份等挑选", () => start().then(() => { opening.remove(); choices.selects[0].focus(); }).catch(failed));
  field.hidden = false;
  field.append(opening);
  on(form, "change", () => choices && draw().catch(failed));
  all("#pack-all, #pack-none", form).forEach((each) => on(each, "click", () => choices && draw().catch(failed)));
})();
