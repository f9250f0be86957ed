// A monitor server made of a real Socket.IO server.
// node server_monitor.js PACKAGE PORT PING_INTERVAL_MS PING_TIMEOUT_MS; prints {"port": N}.
"use strict";

const http = require("http");
const [name, port, pingInterval, pingTimeout] = process.argv.slice(2);
const library = require(name);
const options = { pingInterval: Number(pingInterval), pingTimeout: Number(pingTimeout) };
const server = http.createServer();
const io = library.Server ? new library.Server(server, options) : library(server, options);

const common = { servertime: 1703764800, servertimeoffset: 120, errorCode: 0, errorDesc: "OK" };
const extension = { extenUser: "SIPSIP1", userID: 1, calls: [], representativeStatus: 1 };

function snapshots(socket) {
  socket.emit("loginSuccess", common);
  socket.emit("loginStatus", { queues: [], ...common });
  socket.emit("AllExtensionsStatus", { extensions: [extension], ...common });
}

io.use((socket, next) => {
  next(socket.handshake.query.token === "bad-token" ? new Error("invalid token") : undefined);
});

io.on("connection", (socket) => {
  const counts = { ping: 0, pong: 0 };
  const transport = socket.conn;
  transport.on("packet", (packet) => {
    if (packet.type in counts) counts[packet.type] += 1;
  });
  socket.emit("hello", { token: socket.handshake.query.token });
  snapshots(socket);
  socket.on("keepalive", (token) => {
    socket.emit("keepaliveResponse", { isOK: token === socket.handshake.query.token, ...common });
  });
  socket.on("resync", () => snapshots(socket));
  socket.on("burst", (count) => {
    for (let n = 0; n < count; n += 1) {
      socket.emit("numbered", { n });
    }
  });
  socket.on("ask me", () => {
    socket.emit("question", {}, (...answer) => socket.emit("answered", { answer }));
  });
  socket.on("count pings", () => socket.emit("pings", counts.ping + counts.pong));
  socket.on("part", () => socket.disconnect());
  socket.on("cut", () => transport.close());
});

server.listen(Number(port), "127.0.0.1", () => {
  console.log(JSON.stringify({ port: server.address().port }));
});
