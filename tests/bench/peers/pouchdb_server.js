// Serves express-pouchdb over LevelDB in a folder, on a free port of loopback; prints its address.
"use strict";
const modules = process.argv[2] + "/node_modules/";
const PouchDB = require(modules + "pouchdb").defaults({ prefix: process.argv[3] + "/" });
const app = require(modules + "express")();
const options = { mode: "minimumForPouchDB", inMemoryConfig: true, logPath: process.argv[3] + "/log.txt" };
app.use("/", require(modules + "express-pouchdb")(PouchDB, options));
const server = app.listen(0, "127.0.0.1", () => console.log("http://127.0.0.1:" + server.address().port + "/"));
