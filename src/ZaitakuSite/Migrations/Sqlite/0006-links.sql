CREATE TABLE "LinkUse" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_LinkUse" PRIMARY KEY AUTOINCREMENT,
    "Target" TEXT NOT NULL,
    "IsExternal" INTEGER NOT NULL,
    "ContentItemId" TEXT NOT NULL,
    "ContentItemVersionId" TEXT NOT NULL,
    "Latest" INTEGER NOT NULL,
    "Published" INTEGER NOT NULL,
    "Audience" INTEGER NOT NULL
);

CREATE INDEX "IX_LinkUse_ContentItemId" ON "LinkUse" ("ContentItemId");

CREATE INDEX "IX_LinkUse_ContentItemVersionId" ON "LinkUse" ("ContentItemVersionId");

CREATE INDEX "IX_LinkUse_Target" ON "LinkUse" ("Target");
