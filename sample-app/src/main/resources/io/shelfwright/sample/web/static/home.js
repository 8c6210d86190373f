// The page works without this. With it: nothing reloads that need not, "why" opens beside the page, and cards that were
// really seen are reported.
"use strict";
(() => {
    const main = document.getElementById("main");
    const flash = document.getElementById("flash");
    const panel = document.getElementById("panel");
    const seenShare = 0.5;
    const seenMillis = 500;
    const batchMillis = 1500;
    const batchSize = 50;

    const part = (address) => {
        const url = new URL(address, location.href);
        url.searchParams.set("part", "1");
        return url;
    };

    // The server escapes what it renders; a document made by the parser runs no scripts.
    const nodes = (html) => [...new DOMParser().parseFromString(html, "text/html").body.childNodes];

    // ---- what listeners do
    const say = (html) => flash.replaceChildren(...nodes(html));

    // Takes an element off the page; what it returns puts it back where it was.
    const leave = (element) => {
        if (!element) return () => {};
        const next = element.nextElementSibling || element.previousElementSibling;
        const place = document.createComment("");
        element.classList.add("gone");
        const timer = setTimeout(() => {
            element.replaceWith(place);
            const target = next && next.querySelector("button, a");
            if (target && document.activeElement === document.body) target.focus({preventScroll: true});
        }, 260);
        return () => {
            clearTimeout(timer);
            place.replaceWith(element);
            element.classList.remove("gone");
        };
    };

    let takeBack = () => {};

    const cardOf = (item) => [...document.querySelectorAll(".card")].find((card) => card.dataset.item === item);

    document.addEventListener("submit", async (event) => {
        const form = event.target;
        const button = event.submitter;
        const action = form.getAttribute("action");
        if (!flash || !button || (action !== "/feedback" && action !== "/undo")) return;
        // What an earlier page did can only be undone with a new page.
        if (action === "/undo" && !flash.dataset.here) return;
        event.preventDefault();
        const body = new URLSearchParams(new FormData(form));
        if (button.name) body.set(button.name, button.value);
        button.disabled = true;
        try {
            const answer = await fetch(part(action), {method: "POST", body});
            say(await answer.text());
            if (!answer.ok) return;
            if (action === "/undo") {
                takeBack();
                return;
            }
            flash.dataset.here = "1";
            takeBack = () => {};
            if (panel && panel.contains(form)) panel.close();
            if (button.value === "hide" || button.value === "dislike") {
                takeBack = leave(form.dataset.remove ? form.closest(form.dataset.remove) : cardOf(body.get("item")));
            } else if (button.value !== "play") {
                button.setAttribute("aria-pressed", "true");
                takeBack = () => button.removeAttribute("aria-pressed");
            }
        } catch (e) {
            const field = document.createElement("input");
            field.type = "hidden";
            field.name = button.name;
            field.value = button.value;
            form.append(field);
            form.submit();
        } finally {
            button.disabled = false;
        }
    });

    // ---- why
    if (panel) {
        const body = document.getElementById("panel-body");
        document.addEventListener("click", async (event) => {
            const link = event.target.closest("a.why");
            if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
            event.preventDefault();
            try {
                const answer = await fetch(part(link.href));
                body.replaceChildren(...nodes(await answer.text()));
                panel.showModal();
                panel.scrollTop = 0;
            } catch (e) {
                location.href = link.href;
            }
        });
        document.getElementById("close").addEventListener("click", () => panel.close());
        panel.addEventListener("click", (event) => {
            if (event.target === panel) panel.close();
        });
    }

    // ---- cards that were really seen
    const waiting = new Map();
    const timers = new Map();
    const seen = new WeakSet();
    const send = () => {
        for (const [request, items] of waiting) {
            const batch = items.splice(0, batchSize);
            if (!items.length) waiting.delete(request);
            const body = new URLSearchParams({user: main.dataset.user, request});
            batch.forEach((item) => body.append("item", item));
            fetch("/seen", {method: "POST", body, keepalive: batch.length < 20}).catch(() => {});
        }
    };
    const watcher = new IntersectionObserver((entries) => {
        for (const entry of entries) {
            const card = entry.target;
            clearTimeout(timers.get(card));
            if (entry.intersectionRatio < seenShare || document.hidden) continue;
            timers.set(card, setTimeout(() => {
                watcher.unobserve(card);
                seen.add(card);
                const request = card.closest(".shelf").dataset.request;
                if (!waiting.has(request)) waiting.set(request, []);
                waiting.get(request).push(card.dataset.item);
            }, seenMillis));
        }
    }, {threshold: [0, seenShare]});
    if (main && main.dataset.user) {
        setInterval(send, batchMillis);
        document.addEventListener("visibilitychange", () => {
            if (document.hidden) {
                timers.forEach(clearTimeout);
                send();
                return;
            }
            document.querySelectorAll(".card").forEach((card) => {
                if (seen.has(card)) return;
                watcher.unobserve(card);
                watcher.observe(card);
            });
        });
    }

    // ---- shelves
    const arrow = (name, path, row, direction) => {
        const button = document.createElement("button");
        button.type = "button";
        button.setAttribute("aria-label", name);
        const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
        svg.setAttribute("viewBox", "0 0 24 24");
        svg.setAttribute("width", "18");
        svg.setAttribute("height", "18");
        svg.setAttribute("class", "icon");
        svg.setAttribute("aria-hidden", "true");
        const line = document.createElementNS(svg.namespaceURI, "path");
        line.setAttribute("d", path);
        svg.append(line);
        button.append(svg);
        button.addEventListener("click", () =>
            row.scrollBy({left: direction * row.clientWidth * 0.8, behavior: "smooth"}));
        return button;
    };
    const furnish = (shelf) => {
        const row = shelf.querySelector(".cards");
        shelf.querySelectorAll(".card").forEach((card) => watcher.observe(card));
        const slide = document.createElement("div");
        slide.className = "slide";
        const back = arrow("Scroll back", "M15 5l-7 7 7 7", row, -1);
        const on = arrow("Scroll on", "M9 5l7 7-7 7", row, 1);
        slide.append(back, on);
        shelf.querySelector(".head").append(slide);
        const update = () => {
            slide.classList.toggle("needed", row.scrollWidth > row.clientWidth + 4);
            back.disabled = row.scrollLeft < 4;
            on.disabled = row.scrollLeft > row.scrollWidth - row.clientWidth - 4;
        };
        row.addEventListener("scroll", update, {passive: true});
        new ResizeObserver(update).observe(row);
    };
    document.querySelectorAll(".shelf").forEach(furnish);

    document.addEventListener("click", async (event) => {
        const link = event.target.closest(".more a");
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        link.setAttribute("aria-busy", "true");
        try {
            const answer = await fetch(part(link.href));
            const added = nodes(await answer.text());
            if (!answer.ok) {
                flash.replaceChildren(...added);
                return;
            }
            link.parentElement.replaceWith(...added);
            const shelves = added.filter((node) => node.classList && node.classList.contains("shelf"));
            shelves.forEach(furnish);
            if (shelves.length) shelves[0].querySelector("button").focus({preventScroll: true});
        } catch (e) {
            location.href = link.href;
        }
    });

    // ---- choosing a listener from the list is enough
    const listener = document.getElementById("listener");
    if (listener) {
        const known = new Set([...document.querySelectorAll("#listeners option")].map((option) => option.value));
        listener.addEventListener("input", (event) => {
            if (!(event instanceof InputEvent && event.inputType === "insertText") && known.has(listener.value)) {
                listener.form.requestSubmit();
            }
        });
    }
})();
