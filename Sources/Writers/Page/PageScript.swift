/// The page's one script: sorting, filtering, and the bulletin behind a figure. It builds text nodes only, so that text
/// from bulletins never becomes markup, and changes nothing that print or a browser without scripts needs.
enum PageScript {
    static let source = #"""
        "use strict";
        const words = document.body.dataset;
        const evidence = JSON.parse(document.getElementById("evidence").textContent);
        const dialog = document.getElementById("source");
        const part = (name) => dialog.querySelector("." + name);
        let references = [], position = 0;

        function element(name, text) {
          const node = document.createElement(name);
          node.textContent = text;
          return node;
        }

        function show() {
          const [key, mark] = references[position].split(":");
          const source = evidence[key];
          const [start, end, from, to] = source.marks[mark];
          const scalars = Array.from(source.text);
          const slice = (a, b) => scalars.slice(a, b).join("");
          const sentence = element("mark", slice(start, from));
          sentence.append(element("strong", slice(from, to)), slice(to, end));
          sentence.tabIndex = -1;
          part("title").textContent = source.title;
          part("from").textContent = source.source + (source.published ? " · " + source.published : "");
          part("text").replaceChildren(slice(0, start), sentence, slice(end));
          part("count").textContent = references.length > 1 ? `${position + 1} / ${references.length}` : "";
          part("previous").hidden = part("next").hidden = references.length < 2;
          sentence.scrollIntoView({ block: "center" });
        }

        function step(by) {
          position = (position + by + references.length) % references.length;
          show();
        }

        document.addEventListener("click", (event) => {
          const figure = event.target.closest("[data-evidence]");
          if (!figure) return;
          references = figure.dataset.evidence.split(" ");
          position = 0;
          dialog.showModal();
          show();
        });
        part("previous").addEventListener("click", () => step(-1));
        part("next").addEventListener("click", () => step(1));
        part("close").addEventListener("click", () => dialog.close());
        dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
        dialog.addEventListener("keydown", (event) => {
          if (references.length < 2) return;
          if (event.key === "ArrowLeft") step(-1);
          if (event.key === "ArrowRight") step(1);
        });

        const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

        function sort(table, column, ascending) {
          const body = table.tBodies[0];
          const rows = Array.from(body.rows);
          const fixed = rows.filter((row) => row.className);
          const key = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
          const compare = (left, right) => {
            const a = key(left), b = key(right);
            // No data stays last either way: it is neither small nor large.
            if (a === "" || b === "") return (a === "") - (b === "");
            const order = collator.compare(a, b);
            const both = Number(a) - Number(b);
            return (ascending ? 1 : -1) * (Number.isNaN(both) ? order : both);
          };
          // Rows of a deeper level go with the row that they belong to.
          const groups = [];
          for (const row of rows) {
            if (row.className) continue;
            if (row.dataset.level && groups.length) groups.at(-1).push(row);
            else groups.push([row]);
          }
          groups.sort((left, right) => compare(left[0], right[0]));
          body.append(...groups.flat(), ...fixed);
        }

        for (const button of document.querySelectorAll(".sort")) {
          button.addEventListener("click", () => {
            const header = button.closest("th");
            const ascending = header.getAttribute("aria-sort") === "descending"
              || (!header.hasAttribute("aria-sort") && header.dataset.kind === "text");
            for (const other of header.closest("thead").querySelectorAll("th")) other.removeAttribute("aria-sort");
            header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
            sort(header.closest("table"), Number(header.dataset.column), ascending);
          });
        }

        for (const input of document.querySelectorAll(".filter input")) {
          const table = document.getElementById(input.getAttribute("aria-controls"));
          const status = input.parentElement.querySelector("output");
          input.addEventListener("input", () => {
            const wanted = input.value.trim().toLowerCase();
            let shown = 0;
            for (const row of table.tBodies[0].rows) {
              row.hidden = wanted !== "" && !row.textContent.toLowerCase().includes(wanted);
              if (!row.hidden) shown += 1;
            }
            status.textContent = wanted ? words.shown.replace("#", shown) : "";
          });
        }
        """#
}
