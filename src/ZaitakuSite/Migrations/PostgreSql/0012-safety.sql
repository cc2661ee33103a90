ALTER TABLE "OutboxMessage" ADD COLUMN "FailedUtc" character varying(28);

CREATE TABLE "KnownBrowser" (
    "KeyHash" character varying(64) NOT NULL,
    "UserId" character varying(26) NOT NULL,
    "FailedCount" integer NOT NULL,
    "LockedUntilUtc" character varying(28),
    "SeenUtc" character varying(28) NOT NULL,
    CONSTRAINT "PK_KnownBrowser" PRIMARY KEY ("KeyHash", "UserId"),
    CONSTRAINT "FK_KnownBrowser_User_UserId" FOREIGN KEY ("UserId") REFERENCES "User" ("UserId") ON DELETE CASCADE
);

CREATE INDEX "IX_KnownBrowser_UserId" ON "KnownBrowser" ("UserId");
