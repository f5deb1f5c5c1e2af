package dev.dovetail.benchmarks.mybatis;

import dev.dovetail.benchmarks.data.ChildBean;
import dev.dovetail.benchmarks.data.ItemBean;
import dev.dovetail.benchmarks.data.ItemRow;
import dev.dovetail.benchmarks.data.NewItem;
import dev.dovetail.benchmarks.data.ParentBean;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Many;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Result;
import org.apache.ibatis.annotations.Results;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.mapping.FetchType;

/** The statements. What a record is made of is said: found out by name it would be found out for each row. */
public interface Mapper {

    String ITEM = "SELECT id, name, quantity, weight, price, active, created, note FROM item";

    @Insert("INSERT INTO parent (name, created) VALUES (#{name}, #{created})")
    @Options(useGeneratedKeys = true, keyProperty = "id", keyColumn = "id")
    void insertParent(ParentBean parent);

    @Insert("INSERT INTO child (parent_id, name, quantity, price, active)"
            + " VALUES (#{parentId}, #{name}, #{quantity}, #{price}, #{active})")
    @Options(useGeneratedKeys = true, keyProperty = "id", keyColumn = "id")
    void insertChild(ChildBean child);

    @Insert("INSERT INTO item (name, quantity, weight, price, active, created, note)"
            + " VALUES (#{name}, #{quantity}, #{weight}, #{price}, #{active}, #{created}, #{note,jdbcType=VARCHAR})")
    void insertItem(NewItem item);

    @Update("UPDATE item SET quantity = #{quantity} WHERE id = #{id}")
    void updateItem(ItemBean item);

    @Select(ITEM + " WHERE id <= #{last}")
    List<ItemBean> itemsTo(long last);

    @Select(ITEM)
    List<ItemBean> items();

    @Select(ITEM)
    @Arg(column = "id", javaType = long.class)
    @Arg(column = "name", javaType = String.class)
    @Arg(column = "quantity", javaType = int.class)
    @Arg(column = "weight", javaType = long.class)
    @Arg(column = "price", javaType = double.class)
    @Arg(column = "active", javaType = boolean.class)
    @Arg(column = "created", javaType = LocalDateTime.class)
    @Arg(column = "note", javaType = String.class)
    List<ItemRow> itemRows();

    @Select(ITEM + " WHERE id = #{id}")
    ItemBean item(long id);

    @Select(ITEM + " WHERE name = #{name}")
    ItemBean itemNamed(String name);

    @Select("SELECT id AS c_id, parent_id AS c_parent_id, name AS c_name, quantity AS c_quantity, price AS c_price,"
            + " active AS c_active FROM child WHERE 1 = 0")
    @Results(
            id = "joinedChild",
            value = {
                @Result(id = true, property = "id", column = "id"),
                @Result(property = "parentId", column = "parent_id"),
                @Result(property = "name", column = "name"),
                @Result(property = "quantity", column = "quantity"),
                @Result(property = "price", column = "price"),
                @Result(property = "active", column = "active")
            })
    List<ChildBean> joinedChild();

    @Select("SELECT p.id, p.name, p.created, c.id AS c_id, c.parent_id AS c_parent_id, c.name AS c_name,"
            + " c.quantity AS c_quantity, c.price AS c_price, c.active AS c_active"
            + " FROM parent p JOIN child c ON c.parent_id = p.id ORDER BY p.id, c.id")
    @Results({
        @Result(id = true, property = "id", column = "id"),
        @Result(property = "name", column = "name"),
        @Result(property = "created", column = "created"),
        @Result(property = "children", many = @Many(resultMap = "joinedChild", columnPrefix = "c_"))
    })
    List<ParentBean> parentsWithChildren();

    @Select("SELECT id, name, created FROM parent ORDER BY id")
    @Results({
        @Result(id = true, property = "id", column = "id"),
        @Result(property = "children", column = "id", many = @Many(select = "childrenOf", fetchType = FetchType.LAZY))
    })
    List<ParentBean> parents();

    @Select("SELECT id, parent_id, name, quantity, price, active FROM child WHERE parent_id = #{parent} ORDER BY id")
    List<ChildBean> childrenOf(long parent);

    @Select("SELECT id, name, created FROM parent WHERE id = #{id}")
    ParentBean parent(long id);

    @Select("SELECT id FROM child WHERE parent_id = #{parent}")
    List<Long> childIds(long parent);

    @Delete("DELETE FROM child WHERE id = #{id}")
    void deleteChild(long id);

    @Delete("DELETE FROM parent WHERE id = #{id}")
    void deleteParent(long id);

    @Select("SELECT id, name, created FROM owner WHERE id = #{id}")
    ParentBean owner(long id);

    @Delete("DELETE FROM owner WHERE id = #{id}")
    void deleteOwner(long id);
}
