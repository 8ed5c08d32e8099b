"""The editors' page: findings one by one, both sources side by side, a decision, the next."""
