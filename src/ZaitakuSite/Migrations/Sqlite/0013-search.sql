CREATE TABLE "SearchDocument" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_SearchDocument" PRIMARY KEY AUTOINCREMENT,
    "Generation" INTEGER NOT NULL,
    "Owner" TEXT NOT NULL,
    "Version" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Audience" INTEGER NOT NULL,
    "Area" TEXT NOT NULL,
    "Day" TEXT NULL,
    "Length" INTEGER NOT NULL
);


CREATE TABLE "SearchGeneration" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_SearchGeneration" PRIMARY KEY,
    "Current" INTEGER NOT NULL,
    "Building" INTEGER NULL,
    "BuiltUtc" TEXT NULL,
    "ChangedUtc" TEXT NULL,
    "Analysis" INTEGER NOT NULL
);


CREATE TABLE "SearchPassage" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_SearchPassage" PRIMARY KEY,
    "Url" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Heading" TEXT NOT NULL,
    "Body" TEXT NOT NULL,
    "Normal" TEXT NOT NULL
);


CREATE TABLE "SearchRecord" (
    "Words" TEXT NOT NULL,
    "Day" TEXT NOT NULL,
    "Count" INTEGER NOT NULL,
    "Found" INTEGER NOT NULL,
    CONSTRAINT "PK_SearchRecord" PRIMARY KEY ("Words", "Day")
);


CREATE INDEX "IX_SearchDocument_Generation_Length" ON "SearchDocument" ("Generation", "Length");


CREATE INDEX "IX_SearchDocument_Owner" ON "SearchDocument" ("Owner");


CREATE INDEX "IX_SearchRecord_Day" ON "SearchRecord" ("Day");


-- The words themselves: the engine's own, and not of the model.
CREATE VIRTUAL TABLE "SearchText" USING fts5(title, body, han, marks, content='', contentless_delete=1, tokenize='ascii');

CREATE VIRTUAL TABLE "SearchVocabulary" USING fts5vocab("SearchText", 'row');
