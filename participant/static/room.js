/* Keeps what is typed, sends it until it is acknowledged, and follows the room. Without this
   script the same pages work as plain forms. */
(function () {
  "use strict";

  /* What is typed is kept in the browser; where it keeps nothing (private windows), in the page. */
  const memory = {};
  const store = {
    get: function (name) {
      try {
        const kept = window.localStorage.getItem(name);
        return kept === null ? memory[name] || null : JSON.parse(kept);
      } catch (e) { return memory[name] || null; }
    },
    set: function (name, value) {
      memory[name] = value;
      try { window.localStorage.setItem(name, JSON.stringify(value)); } catch (e) { /* kept in the page */ }
    },
    remove: function (name) {
      delete memory[name];
      try { window.localStorage.removeItem(name); } catch (e) { /* nothing was kept */ }
    },
    forget: function (start) {
      try {
        Object.keys(window.localStorage).forEach(function (name) {
          if (name.indexOf(start) === 0) window.localStorage.removeItem(name);
        });
      } catch (e) { /* nothing was kept */ }
    }
  };

  const forget = document.getElementById("forget");
  if (forget) store.forget("balsis:" + forget.dataset.me + ":");

  const stage = document.getElementById("stage");
  if (!stage) return;

  const words = JSON.parse(stage.dataset.words);
  const base = "/" + stage.dataset.code;
  const mine = "balsis:" + stage.dataset.me + ":";
  const outboxName = mine + "outbox";
  const $ = function (id) { return document.getElementById(id); };
  const form = function () { return $("answer"); };
  const draftName = function (question) { return mine + "draft:" + question; };

  /* ---- what stands in the form ---- */

  /* On a page of several questions each is a part whose fields have a start of their own. `here` is
     the part in hand; otherwise the whole stage. */
  let here = stage;

  function parts() { return Array.prototype.slice.call(stage.querySelectorAll(".ask")); }
  function asks() { return parts().length ? parts() : form() ? [form()] : []; }
  function about(question) { return asks().find(function (node) { return node.dataset.question === question; }); }
  function turn(node) { here = node && node.closest && node.closest(".ask") || stage; }
  function start(node) { return node.dataset.pre || ""; }

  /* Places, amounts, numbers, dates: what is chosen by filling in and not by ticking. */
  function fieldsOf(node) {
    const found = ["select[name^=Qchoice]", "input[name^=Qchoice]:not([type=radio]):not([type=checkbox])", "input[name^=Qamount]", "select[name^=Qplace]"];
    return node.querySelectorAll(found.join().replace(/Q/g, start(node)));
  }

  function named(node, selector) { return node.querySelectorAll(selector.replace("=", "=" + start(node))); }

  function read(node) {
    const all = function (found) { return Array.prototype.slice.call(found); };
    const text = named(node, "[name=text]")[0], value = function (box) { return box.value; };
    return {
      choices: all(named(node, "input[name^=choice]:checked")).map(value),
      fields: all(fieldsOf(node)).map(function (box) { return [box.name.slice(start(node).length), box.value]; }),
      text: text ? text.value : null,
      words: all(named(node, "input[name=word]")).map(value)
    };
  }

  function fill(node, kept) {
    named(node, "input[name^=choice]").forEach(function (box) {
      if (box.type === "radio" || box.type === "checkbox") box.checked = kept.choices.indexOf(box.value) !== -1;
    });
    const given = new Map(kept.fields || []);
    fieldsOf(node).forEach(function (box) { box.value = given.get(box.name.slice(start(node).length)) || ""; });
    named(node, "input[name=word]").forEach(function (box, place) { box.value = kept.words[place] || ""; });
    const text = named(node, "[name=text]")[0];
    if (text && kept.text !== null) text.value = kept.text;
  }

  function same(one, other) { return JSON.stringify(one) === JSON.stringify(other); }

  function hasText(kept) { return Boolean((kept.text || "").trim() || kept.words.join("").trim()); }

  function isEmpty(kept) {
    return !kept.choices.length && !hasText(kept) && !kept.fields.some(function (field) { return field[1].trim(); });
  }

  /* What is in a node is `stored`: what it held when it was last saved or drawn. */
  function isStored(node) { return same(read(node), node.stored); }

  /* ---- one of three: not yet sent, sent, saved ---- */

  function say(state, text) {
    const line = $("state");
    if (!line) return;
    line.dataset.state = state;
    if (line.textContent !== text) line.textContent = text;
  }

  function clock(moment) {
    const time = new Date(moment);
    const two = function (number) { return (number < 10 ? "0" : "") + number; };
    return two(time.getHours()) + (stage.dataset.language === "lv" ? "." : ":") + two(time.getMinutes());
  }

  function saySaved(moment) { say("saved", words.saved.replace("{time}", clock(moment))); }

  /* One line for all that is on the page. */
  function sum() {
    const at = asks().map(function (node) { return node.dataset.saved; }).sort().pop();
    if (at && asks().every(isStored)) saySaved(at); else say("unsent", words.unsent);
  }

  function complain(text) {
    const line = here.querySelector(".problem");
    if (!line) return;
    line.hidden = !text;
    line.textContent = text || "";
  }

  /* How much of a total is given away: points in fields, costs of what is ticked. */
  function balance() {
    const line = here.querySelector(".balance");
    if (!line) return;
    let given = 0;
    Array.prototype.forEach.call(here.querySelectorAll("input[name*='amount:'], input[data-cost]:checked"), function (box) {
      given += Number(box.dataset.cost || box.value.replace(/\s/g, "")) || 0;
    });
    const left = Number(line.dataset.total) - given;
    const say = function (number) {
      return (number.toLocaleString(stage.dataset.language, { useGrouping: "always" }) + " " + line.dataset.unit).trim();
    };
    const words = line.dataset[left > 0 ? "left" : left < 0 ? "over" : "done"];
    line.hidden = false;
    line.classList.toggle("over", left < 0);
    line.textContent = words.replace("{given}", say(given)).replace("{left}", say(left)).replace("{over}", say(-left));
  }

  function count() {
    balance();
    const text = here.querySelector("textarea[data-longest]");
    const line = here.querySelector(".count[data-text]");
    if (!text || !line) return;
    const left = Number(text.dataset.longest) - Array.from(text.value).length;
    line.textContent = left < 100 ? line.dataset.text.replace("{left}", left) : "";
  }

  /* ---- what helps while choosing ---- */

  function ready() {
    Array.prototype.forEach.call(here.querySelectorAll(".sift"), function (part) { part.hidden = false; });
    seats().forEach(function (seat, place, all) {
      if (seat.querySelector("button")) return;
      const texts = seat.parentNode.dataset;
      if (place > 0) seat.appendChild(mover("↑", texts.up, place, -1));
      if (place < all.length - 1) seat.appendChild(mover("↓", texts.down, place, 1));
    });
  }

  function seats() { return Array.prototype.slice.call(here.querySelectorAll(".seat")); }

  function chosen() { return seats().map(function (seat) { return seat.querySelector("select"); }); }

  function mover(sign, name, place, by) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "second";
    button.textContent = sign;
    button.setAttribute("aria-label", name + " (" + (place + 1) + ".)");
    button.addEventListener("click", function () {
      const fields = chosen(), moved = fields[place].value;
      fields[place].value = fields[place + by].value;
      fields[place + by].value = moved;
      typed();
    });
    return button;
  }

  /* What is chosen for one place leaves the place where it stood before. */
  function reseat(field) {
    chosen().forEach(function (other) {
      if (other !== field && field.value && other.value === field.value) other.value = "";
    });
  }

  /* ---- a square to place things on: it moves what the fields below it hold ---- */

  const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

  function spots() { return Array.prototype.slice.call(here.querySelectorAll(".spot")); }

  function mapped() {
    const map = here.querySelector(".map");
    if (!map || !map.hidden) return;
    map.hidden = false;
    const plane = map.querySelector(".plane");
    let dragged = null;
    spots().forEach(function (spot, place) {
      const token = document.createElement("span");
      token.className = "token-dot";
      token.textContent = place + 1;
      plane.appendChild(token);
      const button = document.createElement("button");
      button.type = "button";
      button.className = "tag";
      button.textContent = place + 1;
      button.addEventListener("click", function () { take(place); });
      button.addEventListener("keydown", function (event) {
        const by = STEPS[event.key];
        if (!by) return;
        event.preventDefault();
        const at = spotAt(spot), most = Number(map.dataset.steps), half = Math.round(most / 2);
        take(place);
        setDown(spot, at[0] === "" ? half : Number(at[0]) + by[0], at[1] === "" ? half : Number(at[1]) + by[1]);
      });
      spot.querySelector(".tag").replaceWith(button);
    });
    plane.addEventListener("pointerdown", function (event) {
      const place = Array.prototype.indexOf.call(plane.querySelectorAll(".token-dot"), event.target);
      if (place < 0) return;
      event.preventDefault();
      take(place);
      dragged = spots()[place];
      plane.setPointerCapture(event.pointerId);
    });
    plane.addEventListener("pointermove", function (event) { if (dragged) pointed(plane, event, dragged); });
    plane.addEventListener("pointerup", function () { window.setTimeout(function () { dragged = null; }, 0); });
    plane.addEventListener("pointercancel", function () { dragged = null; });
    plane.addEventListener("click", function (event) {
      const spot = here.querySelector(".spot.taken");
      if (dragged || !spot) return;
      pointed(plane, event, spot);
      const left = spots().findIndex(function (one) { return spotAt(one).join("") === ""; });
      if (left >= 0) take(left);
    });
    take(Math.max(0, spots().findIndex(function (one) { return spotAt(one).join("") === ""; })));
  }

  function spotAt(spot) {
    return Array.prototype.map.call(spot.querySelectorAll("select"), function (field) { return field.value; });
  }

  function pointed(plane, event, spot) {
    const box = plane.getBoundingClientRect(), most = Number(here.querySelector(".map").dataset.steps);
    setDown(spot, Math.round(most * (event.clientX - box.left) / box.width), Math.round(most * (box.bottom - event.clientY) / box.height));
  }

  function setDown(spot, x, y) {
    const fields = spot.querySelectorAll("select"), most = Number(here.querySelector(".map").dataset.steps);
    [x, y].forEach(function (step, place) { fields[place].value = String(Math.min(most, Math.max(0, step))); });
    fields[0].dispatchEvent(new Event("change", { bubbles: true }));
  }

  function take(place) {
    spots().forEach(function (spot, other) { spot.classList.toggle("taken", other === place); });
    drawPlane();
  }

  function drawPlane() {
    const map = here.querySelector(".map");
    if (!map) return;
    const most = Number(map.dataset.steps), now = here.querySelector(".spot.taken .name");
    if (now) map.querySelector(".now").textContent = now.closest(".spot").querySelector("button").textContent + ". " + now.textContent;
    spots().forEach(function (spot, place) {
      const at = spotAt(spot), token = map.querySelectorAll(".token-dot")[place], button = spot.querySelector("button");
      if (!token) return;
      const isPlaced = at[0] !== "" && at[1] !== "", texts = map.dataset;
      token.hidden = !isPlaced;
      token.style.left = 100 * at[0] / most + "%";
      token.style.bottom = 100 * at[1] / most + "%";
      token.classList.toggle("taken", spot.classList.contains("taken"));
      button.setAttribute("aria-pressed", spot.classList.contains("taken"));
      button.setAttribute("aria-label", button.textContent + ". " + (isPlaced ? texts.placed : texts.waits).replace("{x}", at[0]).replace("{y}", at[1]).replace("{name}", spot.querySelector(".name").textContent));
    });
  }

  function plainly(text) { return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }

  function sift(field) {
    const wanted = plainly(field.value.trim());
    const labels = Array.prototype.slice.call(here.querySelectorAll(".pick label"));
    labels.forEach(function (label) {
      const box = label.querySelector("input");
      label.hidden = !(box.checked || plainly(label.textContent).indexOf(wanted) !== -1);
    });
    const shown = labels.filter(function (label) { return !label.hidden; }).length;
    const line = field.parentNode.querySelector("[data-text]");
    line.textContent = wanted ? line.dataset.text.replace("{n}", shown).replace("{all}", labels.length) : "";
  }

  function helped(event) {
    const box = event.target;
    if (box.dataset.sift !== undefined) sift(box);
    if (box.tagName === "SELECT" && box.closest(".seat")) reseat(box);
    if (box.dataset.beside && box.value.trim()) {
      const other = here.querySelector("input[value=" + box.dataset.beside + "]");
      if (other) other.checked = true;
    }
    const decline = here.querySelector("input[data-decline]");
    if (box === decline && box.checked) {
      named(here, "input[name^=choice]:checked").forEach(function (other) {
        if (other !== box) other.checked = false;
      });
      fieldsOf(here).forEach(function (other) { other.value = ""; });
    } else if (decline && box !== decline && box.name && (box.value || "").trim()) decline.checked = false;
    drawPlane();
    if (box.name === start(here) + "choice" && box.type === "checkbox" && box.checked) {
      named(here, "input[name=choice]:checked").forEach(function (other) {
        const alone = box.dataset.alone !== undefined || other.dataset.alone !== undefined;
        if (other !== box && alone) other.checked = false;
      });
    }
  }

  /* ---- drafts ---- */

  function typed(event) {
    const node = here === stage ? form() : here;
    if (event && event.target.closest("#own")) { count(); keepOwn(); return; }
    if (!node) return;
    count();
    complain("");
    if (isStored(node)) store.remove(draftName(node.dataset.question));
    else store.set(draftName(node.dataset.question), read(node));
    sum();
  }

  function arrive() {
    held = null;
    here = stage;
    if (!parts().length) ready();
    fillOwn();
    if (!asks().length) { if (!$("pool")) noteLeftover(); count(); return; }
    asks().forEach(function (node) {
      turn(node);
      ready();
      node.stored = read(node);
      const draft = store.get(draftName(node.dataset.question));
      if (draft && !same(draft, node.stored)) fill(node, draft);
      mapped();
      count();
      if (node.dataset.saved || !isStored(node)) sum();
    });
    turn();
  }

  function noteLeftover() {
    const question = stage.dataset.question;
    const draft = question && (store.get(draftName(question)) || store.get(ownName()));
    const shut = $("shut");
    if (!draft || !shut) return;
    const note = document.createElement("div");
    note.className = "notice";
    note.setAttribute("role", "status");
    const line = document.createElement("p");
    line.textContent = hasText(draft) ? words.closed : words.left;
    note.appendChild(line);
    if (hasText(draft)) {
      const text = document.createElement("blockquote");
      text.className = "asis";
      text.textContent = draft.text || draft.words.filter(Boolean).join("\n");
      note.appendChild(text);
    }
    shut.after(note);
  }

  /* ---- the outbox: what is sent stays here until it is acknowledged ---- */

  function outbox() { return store.get(outboxName) || []; }

  function takeOut(key) {
    const rest = outbox().filter(function (item) { return item.key !== key; });
    if (rest.length) store.set(outboxName, rest); else store.remove(outboxName);
  }

  function newKey() {
    if (window.crypto && window.crypto.randomUUID) return window.crypto.randomUUID();
    const bytes = new Uint8Array(16);
    if (window.crypto) window.crypto.getRandomValues(bytes);
    else for (let place = 0; place < 16; place += 1) bytes[place] = Math.random() * 256;
    return Array.prototype.map.call(bytes, function (byte) { return (byte + 256).toString(16).slice(1); }).join("");
  }

  function submit(event) {
    event.preventDefault();
    const button = event.submitter || pressed;
    if (button && button.name === "choice") { vote(form().dataset.question, button.value); return; }
    const left = asks().filter(function (node) { return !isSettled(node); });
    if (!left.length) { goOn(); return; }
    /* The last comes first: rules refer to earlier questions, so that each is judged as it was drawn. */
    left.reverse().forEach(function (node) {
      const now = read(node), question = node.dataset.question;
      store.set(draftName(question), now);
      const waiting = outbox().filter(function (item) { return item.question === question; }).pop();
      if (!waiting || !same(waiting.content, now)) {
        store.set(outboxName, outbox().concat([{ key: newKey(), question: question, content: now }]));
      }
      turn(node);
      complain("");
    });
    pause = 1000;
    flush();
  }

  /* Nothing is to be sent: it is saved as it stands, or was left out on a page where it may be. */
  function isSettled(node) {
    return isStored(node) && Boolean(node.dataset.saved || node.dataset.free !== undefined && isEmpty(read(node)));
  }

  function goOn() { if (form().dataset.next) window.location.assign(form().dataset.next); }

  /* Everything on a page of several questions was sent: go on, or to the first that was refused. */
  function finished() {
    const wrong = parts().filter(function (node) { return !node.querySelector(".problem").hidden; });
    if (!parts().length || outbox().length || !sentByHand) return;
    if (!wrong.length) { if (parts().every(isStored)) goOn(); return; }
    const numbers = wrong.map(function (node) { return node.dataset.number; });
    const line = wrong[0].querySelector(".problem"), all = words.wrong.replace("{numbers}", numbers.join(", "));
    say("unsent", all);
    if (wrong.length > 1) line.textContent += " " + all;
    wrong[0].scrollIntoView();
    line.focus({ preventScroll: true });
  }

  let busy = false, pause = 1000, timer = 0;

  function flush() {
    window.clearTimeout(timer);
    const item = outbox()[0];
    if (busy || !item) return;
    busy = true;
    if (isAbout(item.question)) say("sent", words.sent);
    send(item).then(function (reply) {
      busy = false;
      pause = 1000;
      takeOut(item.key);
      if (reply.problem) refused(item, reply); else acknowledged(item, reply);
      finished();
      flush();
    }, function () {
      busy = false;
      if (isAbout(item.question)) say("unsent", words.again);
      timer = window.setTimeout(flush, pause + Math.random() * 500);
      pause = Math.min(pause * 2, 15000);
    });
  }

  function codesOf(content) {
    const spots = {};
    const fields = (content.fields || []).filter(function (field) {
      const part = field[0].split(":");
      if (part[0] !== "place" || !field[1]) return part[0] !== "place" && field[1].trim();
      const spot = spots[part[1]] = spots[part[1]] || { x: "", y: "" };
      spot[part[2]] = field[1];
      return false;
    });
    const placed = Object.keys(spots).map(function (code) { return code + "=" + spots[code].x + "," + spots[code].y; });
    return content.choices.concat(placed, fields.map(function (field) {
      return field[0].indexOf("amount:") === 0 ? field[0].slice(7) + "=" + field[1].trim() : field[1];
    }));
  }

  function send(item) {
    const text = item.content.words.length ? item.content.words.join("\n") : item.content.text;
    const control = window.AbortController ? new AbortController() : null;
    const giveUp = window.setTimeout(function () { if (control) control.abort(); }, 10000);
    return fetch(base + "/answer", {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      signal: control ? control.signal : undefined,
      body: JSON.stringify({
        question: item.question, client_key: item.key, choices: codesOf(item.content), text: text
      })
    }).then(function (response) {
      window.clearTimeout(giveUp);
      if (response.status === 429 || response.status >= 500) throw new Error("later");
      return response.json();
    }, function (fault) { window.clearTimeout(giveUp); throw fault; });
  }

  function acknowledged(item, reply) {
    const draft = store.get(draftName(item.question));
    if (draft && same(draft, item.content)) store.remove(draftName(item.question));
    const node = about(item.question);
    if (item.by && $("pool") && isAbout(item.question)) {
      saySaved(reply.saved_at);
      if (item.by === "own") clearOwn(item); else if (form()) form().dataset.done = "yes";
      renew();
      return;
    }
    if (!node) return;
    node.stored = item.content;
    node.dataset.saved = reply.saved_at;
    sum();
    if (!isStored(node) || node !== form()) return;
    if (node.dataset.next && sentByHand) { goOn(); return; }
    $("send").textContent = words.change;
    renew();
  }

  function refused(item, reply) {
    if (!isAbout(item.question)) return;
    turn(about(item.question));
    say("unsent", words.unsent);
    complain(reply.words || "");
    renew();
    refresh();
  }

  /* ---- what others wrote: votes, texts of one's own, and the pool drawn anew by itself ---- */

  let pressed = null, renewed = 0, late = false;

  function isAbout(question) {
    return asks().length ? Boolean(about(question)) : Boolean($("pool")) && stage.dataset.question === question;
  }

  function ownName() { return draftName(stage.dataset.question + ":own"); }

  function ownText() { return $("owntext") && $("owntext").value.trim() ? $("owntext").value : ""; }

  function ownContent() { return { choices: [], fields: [], text: ownText(), words: [] }; }

  function keepOwn() { if (ownText()) store.set(ownName(), ownContent()); else store.remove(ownName()); }

  function fillOwn() {
    const draft = $("owntext") && store.get(ownName());
    if (draft && !ownText()) $("owntext").value = draft.text;
  }

  function put(by, question, content) {
    const waits = outbox().some(function (item) { return item.question === question && same(item.content, content); });
    if (!waits) store.set(outboxName, outbox().concat([{ key: newKey(), question: question, content: content, by: by }]));
    complain("");
    pause = 1000;
    flush();
  }

  function vote(question, code) { put("vote", question, { choices: [code], fields: [], text: null, words: [] }); }

  function sendOwn() { if (ownText()) { keepOwn(); put("own", stage.dataset.question, ownContent()); } }

  function clearOwn(item) {
    if (ownText() !== item.content.text) return;
    $("owntext").value = "";
    store.remove(ownName());
    count();
  }

  /* Only the pool is drawn anew, and of a list only what has changed: nothing moves under the finger. */
  function renew() {
    const question = stage.dataset.question, node = form();
    if (!$("pool")) return;
    const looked = node && node.dataset.on && !outbox().length && !node.dataset.done ? node.dataset.on : "";
    const address = base + "/pool?question=" + encodeURIComponent(question) + "&s=" + encodeURIComponent(looked);
    fetch(address, { credentials: "same-origin", headers: { Accept: "application/json" } })
      .then(function (response) { return response.status === 200 ? response.json() : null; })
      .then(function (view) {
        if (!view || !$("pool") || stage.dataset.question !== question) return;
        if (stage.dataset.pool) stage.dataset.pool = view.key;
        blend($("pool"), view.html);
        const part = $("pool").firstElementChild;
        if ($("own")) $("own").hidden = part.dataset.left === "0" && !ownText();
      }, function () { /* the next signal asks again */ });
  }

  function each(place, selector, act) { Array.prototype.forEach.call(place.querySelectorAll(selector), act); }

  /* What stands in a list keeps its place, and a field what was entered; what is new comes after it. */
  function settle(place, fresh) {
    const list = fresh.querySelector("[data-list]"), rows = {};
    if (!list) return;
    each(list, "[data-code]", function (row) { rows[row.dataset.code] = row; });
    const before = [];
    each(place, "[data-list] > [data-code]", function (row) { if (rows[row.dataset.code]) before.push(row); });
    before.reverse().forEach(function (row) {
      const drawn = rows[row.dataset.code];
      list.prepend(row.querySelector("input") ? row : drawn);
      if (row.querySelector("input")) drawn.remove();
    });
  }

  function blend(place, html) {
    const fresh = document.createElement("div"), focus = document.activeElement, hadFocus = place.contains(focus);
    if (hadFocus && focus.tagName === "INPUT") { late = true; return; }
    const node = form(), wasStored = Boolean(node) && isStored(node), known = node && node.stored;
    const at = hadFocus && focus.closest("[data-code]") ? focus.closest("[data-code]").dataset.code : "";
    fresh.innerHTML = html;
    settle(place, fresh);
    const before = (place.querySelector("#said") || place).textContent;
    place.replaceChildren.apply(place, Array.prototype.slice.call(fresh.childNodes));
    ready();
    if (form()) form().stored = wasStored || !known ? read(form()) : known;
    if ($("send")) $("send").hidden = !form();
    balance();
    each(place, "[data-code]", function (row) { if (at && row.dataset.code === at) (row.querySelector("button") || row).focus(); });
    const said = $("said");
    if (!said || said.textContent === before) return;
    renewed = Date.now();
    if (hadFocus) said.focus(); else $("news").textContent = said.textContent;
  }

  /* ---- following the room, without ever touching what is being typed ---- */

  let held = null, asking = false, askAgain = false, sentByHand = false;

  function isTyping() {
    const node = form();
    if (ownText()) return true;
    if (!node) return false;
    const now = read(node);
    return hasText(now) && !isStored(node);
  }

  function refresh() {
    if (stage.dataset.survey) return;
    if (asking) { askAgain = true; return; }
    asking = true;
    const shown = held ? held.key : stage.dataset.key;
    const address = base + "/state?since=" + shown + "&results=" + stage.dataset.results + "&pool=" + stage.dataset.pool;
    fetch(address, { credentials: "same-origin", headers: { Accept: "application/json" } })
      .then(function (response) {
        if (response.status === 401 || response.status === 404) { lost(); return null; }
        return response.status === 200 ? response.json() : null;
      })
      .then(function (view) { if (view) changed(view); }, function () { /* the next signal asks again */ })
      .then(function () {
        asking = false;
        if (askAgain) { askAgain = false; refresh(); }
      });
  }

  function lost() { if (!isTyping() && !outbox().length) window.location.reload(); }

  function changed(view) {
    if (view.key === stage.dataset.key) {
      release();
      if (view.results_html !== undefined && $("results")) {
        stage.dataset.results = view.results_key;
        $("results").outerHTML = view.results_html;
      }
      if (view.pool_key !== stage.dataset.pool) renew();
      return;
    }
    /* Only results have moved, of something that waits anyway: what waits stays as it is. */
    if (view.html === undefined && held) return;
    if (isTyping()) hold(view); else show(view);
  }

  /* Results that came with an event are drawn for everybody: what is one's own is marked here. */
  function showResults(key, html) {
    const node = form();
    const marks = Array.prototype.slice.call(stage.querySelectorAll("#results .mine"));
    const chosen = node && node.dataset.saved
      ? node.stored.choices
      : marks.map(function (mark) { return mark.closest("li").dataset.code; });
    stage.dataset.results = key;
    $("results").outerHTML = html;
    Array.prototype.forEach.call(stage.querySelectorAll("#results li[data-code]"), function (row) {
      if (chosen.indexOf(row.dataset.code) === -1) return;
      const mark = document.createElement("b");
      mark.className = "mine";
      mark.textContent = words.mine;
      row.querySelector("span").append(" ", mark);
    });
  }

  function hold(view) {
    const notice = $("notice");
    held = view;
    complain("");
    notice.textContent = view.question === stage.dataset.question ? words.closed : words.moved;
    const on = document.createElement("button");
    on.type = "button";
    on.textContent = words.on;
    on.addEventListener("click", function () { show(held); refresh(); });
    notice.appendChild(on);
    notice.hidden = false;
    if ($("send")) $("send").disabled = !(view.open && view.question === stage.dataset.question);
  }

  function release() {
    held = null;
    if ($("notice")) $("notice").hidden = true;
    if ($("send")) $("send").disabled = false;
  }

  function show(view) {
    if (view.html === undefined) { window.location.reload(); return; }
    const hadFocus = stage.contains(document.activeElement);
    stage.innerHTML = view.html;
    stage.dataset.key = view.key;
    stage.dataset.results = view.results_key;
    stage.dataset.pool = view.pool_key;
    stage.dataset.question = view.question;
    arrive();
    const heading = stage.querySelector("h1");
    const title = heading ? heading.textContent.trim() : "";
    document.title = title + " · Balsis";
    window.scrollTo(0, 0);
    if (hadFocus && heading) heading.focus();
    else $("news").textContent = words.new.replace("{title}", title);
  }

  let source = null, heard = false, lastHeard = 0, polling = 0;

  function follow() {
    if (stage.dataset.survey) return;
    if (!window.EventSource) { poll(); return; }
    if (source) source.close();
    heard = false;
    lastHeard = Date.now();
    source = new EventSource(base + "/events");
    source.addEventListener("room", function (event) {
      heard = true;
      lastHeard = Date.now();
      window.clearInterval(polling);
      polling = 0;
      const now = JSON.parse(event.data);
      const shown = held ? held.key : stage.dataset.key;
      const isNew = now.pool !== stage.dataset.pool;
      if (now.key === shown && isNew && !held) renew();
      if (now.key === shown && now.results === stage.dataset.results) return;
      if (now.key === shown && !held && now.html && $("results")) showResults(now.results, now.html);
      else refresh();
    });
  }

  /* A proxy may hold events back, a phone may sleep: then the page asks by itself. */
  function watch() {
    const silent = Date.now() - lastHeard;
    if (silent > 6000 && (!heard || source.readyState !== 1 || silent > 40000)) poll();
    if (source && silent > 40000) follow();
  }

  function poll() {
    if (polling) return;
    refresh();
    polling = window.setInterval(refresh, 3000 + Math.random() * 1000);
  }

  function back() {
    if (document.visibilityState === "hidden") return;
    pause = 1000;
    flush();
    refresh();
    if (!source || source.readyState === 2) follow();
  }

  ["input", "change", "click", "keydown", "pointerdown"].forEach(function (type) {
    stage.addEventListener(type, function (event) { turn(event.target); }, true);
  });
  stage.addEventListener("input", helped);
  stage.addEventListener("change", helped);
  stage.addEventListener("input", typed);
  stage.addEventListener("change", typed);
  stage.addEventListener("keydown", function (event) {
    const box = event.target, isField = box.dataset.sift !== undefined || here !== stage && box.tagName === "INPUT";
    if (event.key === "Enter" && isField) event.preventDefault();
  });
  stage.addEventListener("click", function (event) {
    pressed = event.target.closest("button");
    if (pressed && pressed.name === "choice" && Date.now() - renewed < 400) event.preventDefault();
  });
  stage.addEventListener("focusout", function () {
    if (late) window.setTimeout(function () { late = false; renew(); }, 0);
  });
  stage.addEventListener("submit", function (event) {
    if (event.target.id === "own") { event.preventDefault(); sendOwn(); return; }
    if (event.target.id !== "answer") return;
    sentByHand = true;
    submit(event);
  });
  window.addEventListener("online", back);
  window.addEventListener("pageshow", back);
  document.addEventListener("visibilitychange", back);
  window.setInterval(watch, 3000);
  arrive();
  follow();
  flush();
})();
