-- Music, in the spirit of Chinook: names in mixed case, a composite key, a self reference.
CREATE TABLE "Artist" ("ArtistId" INTEGER NOT NULL, "Name" VARCHAR(120), CONSTRAINT "PK_Artist" PRIMARY KEY ("ArtistId"));
CREATE TABLE "Album" ("AlbumId" INTEGER NOT NULL, "Title" VARCHAR(160) NOT NULL, "ArtistId" INTEGER NOT NULL, CONSTRAINT "PK_Album" PRIMARY KEY ("AlbumId"), CONSTRAINT "FK_AlbumArtistId" FOREIGN KEY ("ArtistId") REFERENCES "Artist" ("ArtistId") ON DELETE CASCADE);
CREATE TABLE "Track" ("TrackId" INTEGER PRIMARY KEY, "Name" VARCHAR(200) NOT NULL, "AlbumId" INTEGER, "Milliseconds" INTEGER NOT NULL, "UnitPrice" DECIMAL(10, 2) DEFAULT 0.99 NOT NULL, FOREIGN KEY ("AlbumId") REFERENCES "Album" ("AlbumId"), CHECK ("Milliseconds" > 0));
CREATE INDEX "IFK_TrackAlbumId" ON "Track" ("AlbumId");
CREATE TABLE "PlaylistTrack" ("PlaylistId" INTEGER NOT NULL, "TrackId" INTEGER NOT NULL, PRIMARY KEY ("PlaylistId", "TrackId"), FOREIGN KEY ("TrackId") REFERENCES "Track" ("TrackId"));
-- Trade, in the spirit of Northwind: spaces and reserved words.
CREATE TABLE "Order Details" ("Order ID" INTEGER NOT NULL, "Group" SMALLINT NOT NULL, "Unit Price" DECIMAL(12, 4), "Quantity" SMALLINT DEFAULT 1 NOT NULL, CONSTRAINT "PK_Order_Details" PRIMARY KEY ("Order ID", "Group"), CONSTRAINT "CK_Quantity" CHECK ("Quantity" > 0));
CREATE TABLE employee (id INTEGER PRIMARY KEY, first_name VARCHAR(20) NOT NULL, last_name VARCHAR(20) NOT NULL, reports_to INTEGER, birth DATE, CONSTRAINT fk_boss FOREIGN KEY (reports_to) REFERENCES employee (id) ON DELETE SET NULL, CONSTRAINT uq_name UNIQUE (last_name, first_name));
CREATE VIEW staff AS SELECT id, last_name FROM employee;
-- Staff, in the spirit of employees: two keys to one table, a key of three columns, a key to a unique constraint.
CREATE TABLE department (dept_no CHAR(4) PRIMARY KEY, dept_name VARCHAR(40) NOT NULL UNIQUE);
CREATE TABLE title (emp_no INTEGER NOT NULL, title VARCHAR(50) NOT NULL, from_date DATE NOT NULL, to_date DATE, dept_name VARCHAR(40), PRIMARY KEY (emp_no, title, from_date), FOREIGN KEY (emp_no) REFERENCES employee (id) ON DELETE CASCADE, FOREIGN KEY (dept_name) REFERENCES department (dept_name));
