CREATE TABLE film (film_id INT AUTO_INCREMENT PRIMARY KEY, title VARCHAR NOT NULL, tags VARCHAR(10) ARRAY, rating ENUM('G', 'PG') DEFAULT 'G', rental_rate DECIMAL(4, 2) DEFAULT 4.99, made TIMESTAMP DEFAULT CURRENT_TIMESTAMP, length INTERVAL DAY TO SECOND, vat DECIMAL(8, 2) GENERATED ALWAYS AS (rental_rate * 2), CHECK (rental_rate > 0 AND (title <> 'x' OR rental_rate < 5)));
CREATE INDEX film_title ON film (title DESC, rating);
COMMENT ON TABLE film IS 'films';
CREATE SCHEMA archive;
CREATE TABLE archive.old_film (id UUID DEFAULT RANDOM_UUID() PRIMARY KEY, film_id INT, FOREIGN KEY (film_id) REFERENCES public.film (film_id) ON DELETE CASCADE);
