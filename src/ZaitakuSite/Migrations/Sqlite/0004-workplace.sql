CREATE TABLE "Autosave" (
    "UserId" TEXT NOT NULL,
    "ContentItemId" TEXT NOT NULL,
    "BaseVersionId" TEXT NOT NULL,
    "SavedUtc" TEXT NOT NULL,
    "Form" TEXT NOT NULL,
    CONSTRAINT "PK_Autosave" PRIMARY KEY ("UserId", "ContentItemId")
);

CREATE TABLE "ContentListing" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ContentListing" PRIMARY KEY AUTOINCREMENT,
    "ContentType" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Author" TEXT NULL,
    "Owner" TEXT NULL,
    "DepartmentId" TEXT NULL,
    "CreatedUtc" TEXT NULL,
    "ModifiedUtc" TEXT NULL,
    "PublishedUtc" TEXT NULL,
    "PublishUtc" TEXT NULL,
    "ArchiveUtc" TEXT NULL,
    "ContentItemId" TEXT NOT NULL,
    "ContentItemVersionId" TEXT NOT NULL,
    "Latest" INTEGER NOT NULL,
    "Published" INTEGER NOT NULL,
    "Audience" INTEGER NOT NULL
);

CREATE TABLE "EditPresence" (
    "ContentItemId" TEXT NOT NULL,
    "UserId" TEXT NOT NULL,
    "UserName" TEXT NULL,
    "SeenUtc" TEXT NOT NULL,
    CONSTRAINT "PK_EditPresence" PRIMARY KEY ("ContentItemId", "UserId")
);

CREATE TABLE "TrashedItem" (
    "ContentItemId" TEXT NOT NULL CONSTRAINT "PK_TrashedItem" PRIMARY KEY,
    "ContentItemVersionId" TEXT NOT NULL,
    "ContentType" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Audience" INTEGER NOT NULL,
    "TrashedUtc" TEXT NOT NULL,
    "UserName" TEXT NULL
);

CREATE INDEX "IX_ContentListing_ArchiveUtc" ON "ContentListing" ("ArchiveUtc");

CREATE INDEX "IX_ContentListing_ContentItemId" ON "ContentListing" ("ContentItemId");

CREATE INDEX "IX_ContentListing_ContentItemVersionId" ON "ContentListing" ("ContentItemVersionId");

CREATE INDEX "IX_ContentListing_Latest_ModifiedUtc" ON "ContentListing" ("Latest", "ModifiedUtc");

CREATE INDEX "IX_ContentListing_PublishUtc" ON "ContentListing" ("PublishUtc");
