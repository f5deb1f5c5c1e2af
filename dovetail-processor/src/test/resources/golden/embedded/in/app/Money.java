package app;

import dev.dovetail.orm.mapping.Column;
import java.math.BigDecimal;

record Money(@Column(precision = 12) BigDecimal amount, @Column(nullable = false) Currency currency) {
    enum Currency { EUR, USD }
}
