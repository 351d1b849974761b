// Sets up a replica set of one and the user of each connection string in the environment; run again, it brings the
// passwords up to date. It has to run beside the database: the first user can only be made from there.
const admin = connect("mongodb://localhost:27017/admin?directConnection=true&serverSelectionTimeoutMS=60000");
const root = { user: "root", pwd: process.env.MONGODB_ROOT_PASSWORD };

function awaitPrimary() {
  while (!admin.hello().isWritablePrimary) {
    sleep(500);
  }
}

try {
  admin.auth(root);
} catch (nobodyYet) {
  try {
    admin.adminCommand({ replSetInitiate: { _id: "holdfast", members: [{ _id: 0, host: "mongo:27017" }] } });
  } catch (already) {
    print(already.message);
  }
  awaitPrimary();
  admin.createUser({ ...root, roles: ["root"] });
  admin.auth(root);
}
awaitPrimary();
for (const value of Object.values(process.env).filter((value) => value.startsWith("mongodb://"))) {
  const uri = new URL(value);
  const database = admin.getSiblingDB(uri.pathname.substring(1));
  if (database.getUser(uri.username)) {
    database.updateUser(uri.username, { pwd: uri.password });
  } else {
    database.createUser({ user: uri.username, pwd: uri.password, roles: ["readWrite"] });
  }
  print(uri.username + " may use the database " + database.getName());
}
