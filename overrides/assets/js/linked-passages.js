/* All passages of an article that has many, chosen by what their reports state.  Which they are
   stands in a shard of search, their words in the stored text: nothing is carried twice. */
(() => {
  "use strict";
  const { all, articleId, by, button, make, on, pickable, rename, root, say, script, stay } = window.kbShared;
  const STEP = 20, LONGEST = 150; // passages shown at once, letters of one
  const form = by("choose-passages"), list = by("chosen-passages"), first = by("first-passages");
  if (!form) return;
  const order = form.dataset.order.split(" "), roles = all("h3", first).map((head) => [head.parentNode.id, head.querySelector(".sign")]);
  let rows, facts, choices, role, told, reset, coming, turn = 0;

  const start = () => coming = coming || ["search-engine", "choosing"].reduce((done, name) => done.then(() => script(`${root}assets/js/${name}.js`)), Promise.resolve())
    .then(() => Promise.all([window.kbEngine.facts(), window.kbPassages(articleId, order.length)]))
    .then((found) => {
      [facts, rows] = found;
      build();
    }).catch((error) => {
      coming = null;
      throw error;
    });

  function build() {
    reset = button("恢复", () => { choices.selects.concat(role).forEach((each) => { each.value = ""; }); role.focus(); choose(); });
    told = make("output", {});
    told.setAttribute("aria-live", "polite");
    role = make("select", { name: "role" }, new Option("全部", ""), ...roles.map(([id, sign]) => new Option(sign.title, id.replace("role-", ""))));
    form.textContent = "";
    form.append(make("label", {}, "性质 ", role), reset, told);
    choices = window.kbChoices(form, reset, facts.choices, "处");
    on(form, "change", choose);
  }
  const roleNumber = () => role.selectedIndex < 1 ? -1 : order.indexOf(role.value);

  function choose() {
    const wanted = roleNumber(), some = rows.filter((row) => wanted < 0 || row.role === wanted);
    choices.count(some);
    const found = window.kbOnce(some.filter((row) => choices.fits(row.of))), any = choices.picked() || wanted >= 0;
    const query = new URLSearchParams();
    [role, ...choices.selects].forEach(({ name, value }) => value && query.set(name, value));
    rename(`${location.pathname}${location.search}${any ? `#${query}` : ""}`);
    told.textContent = any ? `合条件的${found.length}处` : "";
    reset.hidden = !any;
    first.hidden = any;
    list.hidden = !any;
    list.textContent = "";
    turn++;
    if (any) more(found, make("ul", { className: "passages" }));
  }

  function more(found, into) {
    const mine = turn, some = found.splice(0, STEP);
    return Promise.all(some.map(passage)).then((made) => {
      if (mine !== turn) return;
      into.append(...made);
      pickable(into);
      list.textContent = "";
      list.append(into);
      if (!found.length) return;
      list.append(make("p", {}, button(`再看${Math.min(STEP, found.length)}处`, () => {
        const before = into.children.length;
        more(found, into).then(() => into.children[before] && into.children[before].querySelector("a").focus());
      })));
    }).catch(() => say("读不出这些片段，请逐页看全部"));
  }

  async function passage(row) {
    const { opening, text } = await window.kbWords(row, LONGEST), sign = roles.map((each) => each[1]).find((each) => each.classList.contains(order[row.role]));
    const stated = facts.choices.map(([, , values], i) => values[row.of[i]]).filter(([value]) => value !== "-").map(([, text]) => text);
    const short = stated.filter((text, at) => !stated.some((other, place) => place !== at && other.includes(text)));
    const quote = make("blockquote", {}, sign && sign.cloneNode(true), text);
    return make("li", { className: "passage" }, quote, make("p", { className: "from" }, make("a", { href: `${root}${opening.page}#${opening.id}` }, opening.title), " ", make("span", { className: "kind" }, short.join(" · "))));
  }

  const recall = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    choices.recall(asked);
    role.value = [...role.options].some((each) => each.value === asked.get("role")) ? asked.get("role") : "";
  };
  const failed = () => say("读不出全部关联，请逐页看");
  form.hidden = false;
  form.onsubmit = stay;
  form.append(button("按性质、地方、年份等挑选", () => start().then(() => { choose(); role.focus(); }).catch(failed)));
  const follow = () => location.hash.includes("=") && start().then(() => { recall(); choose(); }).catch(failed);
  on(window, "hashchange", follow);
  follow();
})();
