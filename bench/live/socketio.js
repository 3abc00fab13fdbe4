// SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
// SPDX-License-Identifier: EUPL-1.2
//
// The peer: socket.io as it comes from npm, which sends each post to everybody. Nothing stored, checked or rendered.
//
//   node socketio.js PORT

"use strict";
const http = require("node:http");
const { Server } = require("socket.io");

const server = http.createServer((vraag, antwoord) => {
  const stukken = [];
  vraag.on("data", (stuk) => stukken.push(stuk));
  vraag.on("end", () => {
    io.emit("kaart", Buffer.concat(stukken).toString());
    antwoord.writeHead(204).end();
  });
});
const io = new Server(server, { serveClient: false, transports: ["websocket"], pingInterval: 600000 });
server.listen({ port: Number(process.argv[2]), host: "127.0.0.1", backlog: 4096 });
