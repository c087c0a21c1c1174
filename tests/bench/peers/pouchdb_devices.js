// All devices in one process: `pouchdb_devices.js MODULES FOLDER URL PAYLOAD…`; a payload holds a record a line, Base64.
// Makes their databases, says `ready`, waits for a line, replicates all at once, says `done` and how many were written.
"use strict";
const fs = require("fs");
const [modules, folder, url, ...payloads] = process.argv.slice(2);
const PouchDB = require(modules + "/node_modules/pouchdb").defaults({ prefix: folder + "/" });

async function filled(path, number) {
  const device = new PouchDB("device-" + number);
  const lines = fs.readFileSync(path, "ascii").trim().split("\n");
  await device.bulkDocs(lines.map((line, place) => ({ _id: `${number}-${String(place).padStart(7, "0")}`, data: line })));
  return device;
}

async function main() {
  const devices = await Promise.all(payloads.map(filled));
  console.log("ready");
  await new Promise((go) => process.stdin.once("data", go));
  const results = await Promise.all(
    devices.map((device) => device.replicate.to(url + "records", { batch_size: 500, checkpoint: "source" })));
  console.log("done " + results.reduce((sum, result) => sum + result.docs_written, 0));
  process.exit(0);
}

main();
