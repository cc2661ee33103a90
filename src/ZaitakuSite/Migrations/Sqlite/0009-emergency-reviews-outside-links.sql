CREATE TABLE "EmergencyPosting" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_EmergencyPosting" PRIMARY KEY AUTOINCREMENT,
    "ContentItemId" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "OnFirstPage" INTEGER NOT NULL,
    "StartUtc" TEXT NOT NULL,
    "EndUtc" TEXT NOT NULL
);

CREATE INDEX "IX_EmergencyPosting_EndUtc" ON "EmergencyPosting" ("EndUtc");

CREATE TABLE "PageReview" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_PageReview" PRIMARY KEY AUTOINCREMENT,
    "DueUtc" TEXT NULL,
    "ContentItemId" TEXT NOT NULL,
    "ContentItemVersionId" TEXT NOT NULL,
    "Latest" INTEGER NOT NULL,
    "Published" INTEGER NOT NULL,
    "Audience" INTEGER NOT NULL
);

CREATE TABLE "LetterRound" (
    "Week" TEXT NOT NULL CONSTRAINT "PK_LetterRound" PRIMARY KEY,
    "WrittenUtc" TEXT NOT NULL
);

CREATE TABLE "EndingLetter" (
    "ContentItemId" TEXT NOT NULL,
    "ArchiveUtc" TEXT NOT NULL,
    "WrittenUtc" TEXT NOT NULL,
    CONSTRAINT "PK_EndingLetter" PRIMARY KEY ("ContentItemId", "ArchiveUtc")
);

CREATE INDEX "IX_PageReview_ContentItemId" ON "PageReview" ("ContentItemId");

CREATE INDEX "IX_PageReview_ContentItemVersionId" ON "PageReview" ("ContentItemVersionId");

CREATE INDEX "IX_PageReview_DueUtc" ON "PageReview" ("DueUtc");

CREATE TABLE "ExternalLink" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ExternalLink" PRIMARY KEY AUTOINCREMENT,
    "Url" TEXT NOT NULL,
    "Status" INTEGER NULL,
    "Fault" INTEGER NULL,
    "FailingSinceUtc" TEXT NULL,
    "Nights" INTEGER NOT NULL,
    "CheckedUtc" TEXT NOT NULL
);

CREATE TABLE "IgnoredLink" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_IgnoredLink" PRIMARY KEY AUTOINCREMENT,
    "Url" TEXT NOT NULL,
    "IsPrefix" INTEGER NOT NULL,
    "Memo" TEXT NOT NULL,
    "CreatedUtc" TEXT NOT NULL,
    "UserName" TEXT NULL
);

CREATE TABLE "LinkNight" (
    "Night" TEXT NOT NULL CONSTRAINT "PK_LinkNight" PRIMARY KEY,
    "LeaseUtc" TEXT NOT NULL,
    "FinishedUtc" TEXT NULL
);

CREATE UNIQUE INDEX "IX_ExternalLink_Url" ON "ExternalLink" ("Url");
