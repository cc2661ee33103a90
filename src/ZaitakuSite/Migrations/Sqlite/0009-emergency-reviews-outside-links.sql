CREATE TABLE "EmergencyPosting" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_EmergencyPosting" PRIMARY KEY AUTOINCREMENT,
    "ContentItemId" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "OnFirstPage" INTEGER NOT NULL,
    "StartUtc" TEXT NOT NULL,
    "EndUtc" TEXT NOT NULL
);

CREATE INDEX "IX_EmergencyPosting_EndUtc" ON "EmergencyPosting" ("EndUtc");
