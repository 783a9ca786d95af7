/* Word and Excel files are ZIP archives: their parts are read and written here, over fflate
   (assets/vendor/fflate.js), which is loaded when it is first needed and run without workers. */
(() => {
  "use strict";
  const { script } = window.kbShared;
  const vendor = `${document.querySelector("[data-root]").dataset.root}assets/vendor/fflate.js`; // hant/ shares it
  const MOST = 64 * 1024 * 1024, NONE = new Date(1980, 0, 1); // bytes of a part unfolded; a date that is the same each time
  let coming;
  const library = () => {
    coming = coming || script(vendor).then(() => window.fflate).catch((error) => {
      coming = null;
      throw error;
    });
    return coming;
  };
  /* XML says by its first bytes where it is not UTF-8. */
  const decoded = (bytes) => {
    const [one, other] = bytes, wide = { "255 254": "utf-16le", "254 255": "utf-16be" }[`${one} ${other}`];
    return new TextDecoder(wide || "utf-8").decode(bytes);
  };

  /** Promises {name: text} of the parts of an archive (ArrayBuffer) whose names `wanted` accepts; is
      rejected where it is no archive or a part unfolds to more than 64 MB. */
  const read = (buffer, wanted = () => true) => library().then(({ unzipSync }) => {
    const parts = unzipSync(new Uint8Array(buffer), {
      filter: ({ name, originalSize }) => {
        if (!wanted(name)) return false;
        if (originalSize > MOST) throw new Error(`${name}: ${originalSize}`);
        return true;
      },
    });
    return Object.keys(parts).reduce((found, name) => Object.assign(found, { [name]: decoded(parts[name]) }), {});
  });
  /** Promises the bytes of an archive of `parts`, {name: text}, in their order; the same each time. */
  const write = (parts) => library().then(({ strToU8, zipSync }) => zipSync(
    Object.keys(parts).reduce((made, name) => Object.assign(made, { [name]: strToU8(parts[name]) }), {}),
    { level: 6, mtime: NONE },
  ));
  window.kbOfficeZip = { read, write };
})();
