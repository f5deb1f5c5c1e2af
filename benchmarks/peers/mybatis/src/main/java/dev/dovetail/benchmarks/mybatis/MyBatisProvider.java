package dev.dovetail.benchmarks.mybatis;

import dev.dovetail.benchmarks.Contender;
import dev.dovetail.benchmarks.ContenderProvider;
import dev.dovetail.benchmarks.Place;
import org.apache.ibatis.session.SqlSession;

/** MyBatis. */
public final class MyBatisProvider implements ContenderProvider {

    @Override
    public String name() {
        return "mybatis";
    }

    @Override
    public String version() {
        return String.valueOf(SqlSession.class.getPackage().getImplementationVersion());
    }

    @Override
    public Contender open(Place place) {
        return new MyBatisContender(place);
    }
}
