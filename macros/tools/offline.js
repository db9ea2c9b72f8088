/* A copy on a disk, where a browser lets no page fetch a file or start a worker from one: what they hold comes as scripts. */
(() => {
  "use strict";
  const kept = {};
  globalThis.keep = text => { kept[document.currentScript.src] = text; };

  function load(address) {
    const script = document.createElement("script");
    script.src = address;
    return new Promise((done, failed) => {
      script.addEventListener("load", () => done(kept[script.src]));
      script.addEventListener("error", () => failed(new Error(script.src)));
      document.head.append(script);
    });
  }

  globalThis.fetch = async address => new Response(await load(`${new URL(address, document.baseURI)}.js`));

  /* The one worker is that of the search. Its script holds the index of a language, which the first query names. */
  const FromFile = globalThis.Worker;
  globalThis.Worker = class extends EventTarget {
    #begun;

    postMessage(query) {
      this.#begun ??= this.#begin(`${query.index.replace(/\/$/, "")}.js`);
      this.#begun.then(worker => worker.postMessage(query), () => this.dispatchEvent(new Event("error")));
    }

    terminate() {
      this.#begun?.then(worker => worker.terminate(), () => {});
    }

    async #begin(address) {
      const source = URL.createObjectURL(new Blob([await load(address)], { type: "text/javascript" }));
      const worker = new FromFile(source);
      worker.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })));
      worker.addEventListener("error", () => this.dispatchEvent(new Event("error")));
      return worker;
    }
  };

  /* Links that scripts make lead to folders, in which a disk shows a list of files. */
  for (const pressed of ["click", "auxclick"])
    addEventListener(pressed, ({ target }) => {
      const link = target.closest?.("a[href]");
      if (link?.protocol === "file:" && link.pathname?.endsWith("/")) link.pathname += "index.html";
    }, true);
})();
