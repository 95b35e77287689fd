import { createServer } from "node:http";
import { createAdapter } from "@socket.io/redis-adapter";
import pg from "pg";
import { createClient } from "redis";
import { Server } from "socket.io";

// A message is committed before anybody is told of it, as with us; otherwise as socket.io's own examples do it.
const KEEP = `with kept as (
  insert into peer_message (conversation, key, text) values ($1, $2, $3) on conflict (conversation, key) do nothing
  returning id)
select id from kept union all select id from peer_message where conversation = $1 and key = $2 limit 1`;

const [port, redisUrl] = process.argv.slice(2);
const pool = new pg.Pool({ max: 10 });
const http = createServer((_, response) => response.end());
const io = new Server(http, { transports: ["websocket"], maxHttpBufferSize: 16_384 });

if (redisUrl) {
  const [, password, path] = redisUrl.match(/^unix:\/\/:([^@]*)@(\/.*)$/) ?? [];
  const publish = createClient(path ? { socket: { path }, password } : { url: redisUrl });
  const subscribe = publish.duplicate();
  await Promise.all([publish.connect(), subscribe.connect()]);
  io.adapter(createAdapter(publish, subscribe));
}

io.on("connection", (socket) => {
  const { conversation } = socket.handshake.auth;
  socket.join(`conversation:${conversation}`);
  socket.on("say", async (key, text, answer) => {
    const { rows } = await pool.query({ name: "keep", text: KEEP, values: [conversation, key, text] });
    const said = { conversation, seq: rows[0].id, author: "shopper", name: "Ada", text, key, at: new Date() };
    socket.to(`conversation:${conversation}`).emit("said", said);
    answer(rows[0].id);
  });
});

http.listen(Number(port), "127.0.0.1");
