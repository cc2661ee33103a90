-- SQLite writes an added column into the table's text in its own way; a table made anew reads as the model has it.
CREATE TABLE "OutboxMessage12" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_OutboxMessage" PRIMARY KEY AUTOINCREMENT,
    "To" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Body" TEXT NOT NULL,
    "CreatedUtc" TEXT NOT NULL,
    "DueUtc" TEXT NOT NULL,
    "Tries" INTEGER NOT NULL,
    "Error" TEXT NULL,
    "SentUtc" TEXT NULL,
    "FailedUtc" TEXT NULL
);

INSERT INTO "OutboxMessage12" SELECT "Id", "To", "Subject", "Body", "CreatedUtc", "DueUtc", "Tries", "Error", "SentUtc", NULL FROM "OutboxMessage";

DROP TABLE "OutboxMessage";

ALTER TABLE "OutboxMessage12" RENAME TO "OutboxMessage";

CREATE INDEX "IX_OutboxMessage_SentUtc_DueUtc" ON "OutboxMessage" ("SentUtc", "DueUtc");

CREATE TABLE "KnownBrowser" (
    "KeyHash" TEXT NOT NULL,
    "UserId" TEXT NOT NULL,
    "FailedCount" INTEGER NOT NULL,
    "LockedUntilUtc" TEXT NULL,
    "SeenUtc" TEXT NOT NULL,
    CONSTRAINT "PK_KnownBrowser" PRIMARY KEY ("KeyHash", "UserId"),
    CONSTRAINT "FK_KnownBrowser_User_UserId" FOREIGN KEY ("UserId") REFERENCES "User" ("UserId") ON DELETE CASCADE
);

CREATE INDEX "IX_KnownBrowser_UserId" ON "KnownBrowser" ("UserId");
