/* Where gathered words stand in the library now, found by search: verbatim at their place, elsewhere, or
   nowhere.  Loaded by 摘编 when it is asked, and for a passage that its page shows in part. */
(() => {
  "use strict";
  const { html } = window.kbShared, OTHERS = 20; // places beyond its own page at which a passage is looked for
  const LABEL = /^\s*[（(]?[一二三四五六七八九十百\d]{1,4}[）)、.．]\s*/;
  const letters = (text) => text.replace(/\s+/g, "");
  const opening = (text) => text.replace(LABEL, "").split(/[。！？；\n]/)[0].slice(0, 16);

  /** Promises {id, page, url, title, text} of the whole sentences that hold an item's words, its own place before
      others; null where none do. */
  window.kbStanding = async (item, engine, pageOf) => {
    const { beside, fold, plain, unitAt } = engine.kit, sameScript = item.lang === undefined || item.lang === html.lang;
    const read = (unit) => (sameScript ? unit.view : unit.text), bare = sameScript ? letters : (text) => fold(plain(text));
    const hits = (await engine.search(opening(item.text) || item.text.slice(0, 16))).filter((hit) => hit.exact && !hit.run);
    const wanted = bare(item.text), pages = new Map();
    const page = (hit) => pages.get(hit) || pages.set(hit, pageOf(new URL(hit.url, location.href).pathname)).get(hit);
    const own = hits.filter((hit) => hit.id === item.id), near = hits.filter((hit) => !own.includes(hit) && page(hit) === item.page);
    const others = hits.filter((hit) => !own.includes(hit) && !near.includes(hit)).slice(0, OTHERS);
    for (const hit of own.concat(near, others)) {
      const units = [await unitAt(hit.number)];
      const text = () => units.map(read).join("");
      while (!bare(text()).includes(wanted) && bare(text()).length < wanted.length + bare(read(units[0])).length) {
        const next = await beside(units[units.length - 1], 1);
        if (!next) break;
        units.push(next);
      }
      if (bare(text()).includes(wanted)) return { id: hit.id, page: page(hit), title: hit.title, text: text() };
    }
    return null;
  };
})();
