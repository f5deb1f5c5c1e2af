package dev.dovetail.benchmarks.mybatis;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.MappedTypes;

/** SQLite's driver does not know LocalDateTime. */
@MappedTypes(LocalDateTime.class)
public final class SqliteTimes extends BaseTypeHandler<LocalDateTime> {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, LocalDateTime time, JdbcType type)
            throws SQLException {
        statement.setString(index, WRITTEN.format(time));
    }

    @Override
    public LocalDateTime getNullableResult(ResultSet rows, String column) throws SQLException {
        return LocalDateTime.parse(rows.getString(column), WRITTEN);
    }

    @Override
    public LocalDateTime getNullableResult(ResultSet rows, int column) throws SQLException {
        return LocalDateTime.parse(rows.getString(column), WRITTEN);
    }

    @Override
    public LocalDateTime getNullableResult(CallableStatement statement, int column) throws SQLException {
        return LocalDateTime.parse(statement.getString(column), WRITTEN);
    }
}
