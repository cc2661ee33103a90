-- The words themselves: the engine's own, and not of the model. The index is built anew when the site starts.
DROP TABLE "SearchVocabulary";

DROP TABLE "SearchText";

CREATE VIRTUAL TABLE "SearchText" USING fts5(terms, content='', contentless_delete=1, detail=none, tokenize='ascii');

CREATE VIRTUAL TABLE "SearchVocabulary" USING fts5vocab("SearchText", 'row');


CREATE TABLE "SearchFile" (
    "Path" TEXT NOT NULL CONSTRAINT "PK_SearchFile" PRIMARY KEY,
    "Sha256" TEXT NOT NULL,
    "Text" TEXT NOT NULL
);


-- With the generation in it: SQLite else walks the index of a whole generation to find the few sections of one page.
DROP INDEX "IX_SearchDocument_Owner";

CREATE INDEX "IX_SearchDocument_Owner_Generation" ON "SearchDocument" ("Owner", "Generation");
