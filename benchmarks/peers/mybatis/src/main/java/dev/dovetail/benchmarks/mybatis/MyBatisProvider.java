package dev.dovetail.benchmarks.mybatis;

import dev.dovetail.benchmarks.Contender;
import dev.dovetail.benchmarks.ContenderProvider;
import dev.dovetail.benchmarks.Place;
import dev.dovetail.benchmarks.Versions;
import dev.dovetail.benchmarks.Workload;
import org.apache.ibatis.session.SqlSession;

/** MyBatis. */
public final class MyBatisProvider implements ContenderProvider {

    @Override
    public String name() {
        return "mybatis";
    }

    @Override
    public String version() {
        return Versions.of(SqlSession.class);
    }

    @Override
    public boolean can(Workload workload, String database) {
        return switch (workload) {
            case W4R, W8 -> false; // no session that keeps anything, no change tracking
            case W1 -> !database.equals("sqlite"); // whose driver gives the last key of a batch only
            default -> true;
        };
    }

    @Override
    public Contender open(Place place) {
        return new MyBatisContender(place);
    }
}
