'use strict';
// A Socket.IO client of the given generation, as a page of the vendor's would use it.
//   node sandbox_client.js 2|4 websocket|polling|upgrade URL
// Signs in over HTTP, connects, prints one JSON line for each thing that happens, emits what it
// reads on stdin ({"emit": name, "args": [...], "ack": true}), and leaves when stdin ends.

const [generation, transport, url] = process.argv.slice(2);
const connect = require(`socket.io-client-${generation}`);
const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

const EVENTS = [
  'loginSuccess', 'loginStatus', 'AllExtensionsStatus', 'AllDialersStatus', 'AllUsersStatus',
  'ExtensionEvent', 'QueueEvent', 'keepaliveResponse',
];

async function main() {
  const reply = await fetch(`${url}/monitorAPI/Login/User`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'agent@example.com', pin: 'secret' }),
  });
  const { Socket } = (await reply.json()).Data;
  const transports = { websocket: ['websocket'], polling: ['polling'] }[transport];
  const socket = connect(Socket.URLList[0], {
    reconnection: false,
    forceNew: true,
    upgrade: transport === 'upgrade',
    ...(transports ? { transports } : {}),
    query: { token: process.env.SANDBOX_TOKEN || Socket.Token },
  });
  for (const name of EVENTS) {
    socket.on(name, (payload) => say({ event: name, payload }));
  }
  socket.on('connect', () => say({ local: 'connect' }));
  socket.on('error', (error) => say({ local: 'error', text: String(error.message || error) }));
  socket.on('connect_error', (error) => say({ local: 'connect_error', text: String(error.message || error) }));
  socket.on('disconnect', (reason) => say({ local: 'disconnect', text: reason }));

  let rest = '';
  process.stdin.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      const { emit, args, ack } = JSON.parse(line);
      const filled = args.map((a) => (a === '$TOKEN' ? Socket.Token : a));
      socket.emit(emit, ...filled, ...(ack ? [(answer) => say({ ack: emit, answer })] : []));
    }
  });
  process.stdin.on('end', () => socket.close());
}

main();
